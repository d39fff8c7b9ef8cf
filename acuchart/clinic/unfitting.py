"""Questions that fit nobody like this: a man has no periods, and nobody has them while pregnant."""

from typing import Final

from acuchart.clinic.people import Sex

PERIODS: Final = frozenset(
    [
        "pain_before_menses",
        "pain_after_menses",
        "rel_menses_flow",
        "menses_scanty",
        "menses_late",
        "menses_early",
        "menses_heavy",
        "menses_clots",
        "menses_bright",
        "menses_pain",
        "menses_pain_cold",
        "menses_irregular",
        "menopause",
    ]
)
OF_WOMEN: Final = PERIODS | {"breast_distension", "discharge_white", "discharge_yellow"}
OF_MEN: Final = frozenset(["seminal_leak"])
NOT_IN_PREGNANCY: Final = PERIODS | {"infertility", "breast_distension"}


def unfitting(sex: Sex, pregnant: bool) -> frozenset[str]:
    """The ids of findings that are not to be asked of this person.

    Of somebody intersex, or where the sex was not asked, nothing is left out for it.
    """
    of_the_other = {Sex.MALE: OF_WOMEN, Sex.FEMALE: OF_MEN}.get(sex, frozenset())
    return of_the_other | NOT_IN_PREGNANCY if pregnant else of_the_other
