"""Everything that is looked up, read when it is first asked for and checked then."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from acuchart.clinic.aftercare_phrases import SlipPhrase
from acuchart.clinic.body import Body
from acuchart.clinic.caution_rules import RuleChange, rules_in_force
from acuchart.clinic.cautions import Caution, CautionRule, Risks
from acuchart.clinic.channels import Channels
from acuchart.clinic.findings import Finding
from acuchart.clinic.flags import FlagKind
from acuchart.clinic.forms import Questionnaire
from acuchart.clinic.needling import Needling
from acuchart.clinic.patterns import Pattern
from acuchart.clinic.plan_phrases import PhraseBank
from acuchart.clinic.point_codes import CHANNEL_SPELLINGS
from acuchart.clinic.point_names import Points
from acuchart.clinic.red_flags import RedFlag
from acuchart.clinic.risks import Raiser
from acuchart.clinic.treatment import cautions_of
from acuchart.knowledge.aftercare import read_aftercare
from acuchart.knowledge.body import read_body
from acuchart.knowledge.cautions import read_cautions, read_red_flags
from acuchart.knowledge.channels import read_channels
from acuchart.knowledge.findings import read_findings
from acuchart.knowledge.forms import coded, latest, read_forms
from acuchart.knowledge.patterns import read_patterns
from acuchart.knowledge.phrases import read_phrases
from acuchart.knowledge.points import read_points
from acuchart.knowledge.raisers import read_raisers


class Knowledge:
    """The knowledge of the program; every part is a frozen value.

    Reading a part raises `KnowledgeTrouble` where its file does not hold together.
    """

    def __init__(self) -> None:
        self._romance = False

    @cached_property
    def points(self) -> Points:
        """All points by WHO code."""
        points = read_points()
        points.romance = self._romance
        return points

    def read_romance(self, on: bool) -> None:
        """From now on the letters of Romance charts are read as well (E36, F3), or no longer."""
        self._romance = on
        if "points" in self.__dict__:
            self.points.romance = on

    @cached_property
    def findings(self) -> Mapping[str, Finding]:
        """The vocabulary by id."""
        return read_findings()

    @cached_property
    def patterns(self) -> Mapping[str, Pattern]:
        """All patterns by slug."""
        return read_patterns(self.findings, self.points, CHANNEL_SPELLINGS)

    @cached_property
    def channels(self) -> Channels:
        """The channels and the regions they pass."""
        return read_channels(self.points, self.body)

    @cached_property
    def cautions(self) -> tuple[CautionRule, ...]:
        """All caution rules."""
        return read_cautions(self.points)

    @cached_property
    def red_flags(self) -> Mapping[str, RedFlag]:
        """All red flags by id."""
        return read_red_flags(self.findings)

    @cached_property
    def raisers(self) -> tuple[Raiser, ...]:
        """What findings and red flags stand for in the caution rules."""
        return read_raisers(self.findings, self.red_flags)

    @cached_property
    def body(self) -> Body:
        """The body chart."""
        return read_body()

    @cached_property
    def forms(self) -> Mapping[str, Questionnaire]:
        """Every published version of every form, by name and version such as ``first-visit|1``."""
        kinds = frozenset(kind.value for kind in FlagKind)
        return read_forms(coded(kinds, self.findings, self.red_flags))

    @cached_property
    def forms_to_hand_out(self) -> Mapping[str, Questionnaire]:
        """The newest version of each form, by name."""
        return latest(self.forms.values())

    @cached_property
    def phrases(self) -> PhraseBank:
        """The phrase bank of the plan."""
        return read_phrases(self.points, self.cautions)

    @cached_property
    def aftercare(self) -> tuple[SlipPhrase, ...]:
        """What the aftercare slip says beside the phrases of the plan."""
        return read_aftercare(self.phrases.phrases)

    def midline(self, code: str) -> bool:
        """Whether the point with a code lies on the midline; no for one that is not known."""
        return code in self.points and self.points[code].midline

    def region(self, code: str) -> str:
        """The part of the body the point with a code lies on; empty for one that is not known."""
        return self.points[code].region if code in self.points else ""

    def cautions_for(
        self, prescription: Iterable[Needling], risks: Risks, changes: Iterable[RuleChange] = ()
    ) -> tuple[Caution, ...]:
        """What the rules in force say to a prescription; `changes` are those of the clinic."""
        return cautions_of(prescription, risks, rules_in_force(self.cautions, changes), self.points)


def load() -> Knowledge:
    """The knowledge of the program."""
    return Knowledge()
