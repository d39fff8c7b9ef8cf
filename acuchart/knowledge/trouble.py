"""When a file of the knowledge does not hold together."""

from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _


class KnowledgeTrouble(ChartTrouble):
    """A file of resources/ was damaged or edited wrongly.

    Attributes:
        file: Path inside resources/.
        key: Row or entry in it; empty where the whole file is meant.
        wrong: What is wrong, for whoever mends the file.
    """

    def __init__(self, file: str, key: str, wrong: str) -> None:
        place = f"{file}, {key}" if key else file
        super().__init__(
            _(
                "The knowledge that comes with AcuChart is damaged ({place}: {wrong}). Install it again."
            ).format(place=place, wrong=wrong)
        )
        self.file = file
        self.key = key
        self.wrong = wrong
