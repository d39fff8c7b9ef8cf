"""The treatment plan: what the patient takes home.

`PlanDraft` is what the practitioner edits, `PlanSheet` is everything the paper shows, ready to be laid out,
and `Plan` is a sheet issued under the practitioner's name with a version. An issued plan never changes; a new
version is a new plan.
"""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from acuchart.clinic.details import Paper


@dataclass(frozen=True, slots=True)
class SelfCare:
    """A card of the "Between visits" part, such as Move, Sleep or Weight."""

    title: str
    words: str
    shown: bool = True


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """What the practitioner writes; goals and schedule are kept with the course of care."""

    intro: str = ""
    what_we_do: tuple[str, ...] = ()
    self_care: tuple[SelfCare, ...] = ()
    expect: tuple[str, ...] = ()
    tell_us: tuple[str, ...] = ()
    straight_away: tuple[str, ...] = ()
    same_day: tuple[str, ...] = ()
    consent: str = ""
    show_body: bool = True
    show_safety: bool = True
    same_day_by: str = ""
    """Who is seen the same day, such as "midwife or doctor"; empty for the doctor."""
    warned: tuple[str, ...] = ()
    """Warning signs of needles that came onto the draft so far, so that each comes once."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of every paper of the clinic."""

    clinic: str
    line: str
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal as printed; figures are ready words, an en dash where nothing was asked."""

    words: str
    measure: str
    first: str
    now: str
    aim: str


@dataclass(frozen=True, slots=True)
class VisitBox:
    """A visit as printed in the row of boxes."""

    date: str
    words: str
    done: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A view of the body with points on it.

    Attributes:
        view: Name of the view.
        spots: (x, y) in tenths of a cun on that view's sheet, as it is drawn for that side.
        mirrored: Whether a view of one side is drawn for the left.
    """

    view: str
    spots: tuple[tuple[float, float], ...]
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class BodyPicture:
    """Points to draw: the whole figure on one view and a close-up frame on the same view.

    Attributes:
        view: Name of the view.
        spots: (x, y) in tenths of a cun on that view's sheet.
        frame: (x, y, width, height) of the close-up, None for no close-up.
        mirrored: Whether a view of one side is drawn for the left.
        beside: Other views with the points that this one does not show, drawn beside it without a close-up.
    """

    view: str
    spots: tuple[tuple[float, float], ...]
    frame: tuple[float, float, float, float] | None
    caption: str = ""
    mirrored: bool = False
    beside: tuple[Figure, ...] = ()

    @property
    def figure(self) -> Figure:
        """The view that the close-up is taken from."""
        return Figure(self.view, self.spots, self.mirrored)


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """Every word and figure of the printed plan.

    Attributes:
        same_day_by: Who is seen the same day, such as "midwife or doctor"; empty for the doctor.
        language: The language of the words, as in BCP 47; readers that speak the page aloud need it.
    """

    letterhead: Letterhead
    paper: Paper
    title: str
    issue_line: str
    patient_name: str
    foot: str
    intro: str
    goals: tuple[GoalLine, ...]
    what_we_do: tuple[str, ...]
    picture: BodyPicture | None
    schedule: str
    visits: tuple[VisitBox, ...]
    visits_foot: str
    self_care: tuple[SelfCare, ...]
    expect: tuple[str, ...]
    tell_us: tuple[str, ...]
    straight_away: tuple[str, ...]
    same_day: tuple[str, ...]
    consent: str
    practitioner: str
    draft: bool = False
    same_day_by: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as issued: the sheet, its version and the PDF that was issued, byte for byte."""

    id: UUID
    patient_id: UUID
    course_id: UUID
    visit_id: UUID
    number: int
    issued_at: datetime
    issued_by: UUID
    pages: int
    pdf: bytes = field(repr=False, default=b"")


@dataclass(frozen=True, slots=True)
class KeySheet:
    """The recovery key sheet of a new clinic."""

    letterhead: Letterhead
    paper: Paper
    groups: tuple[str, ...]
    made_on: str
