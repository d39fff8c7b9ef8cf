"""Whatever order flags, points, depths, reasons and undo come in: a danger is open on the screen, or was
answered by somebody who saw it; and while one is open nothing goes on to the needling.
"""

from datetime import timedelta

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from acuchart.charting.flags import RiskFlags
from acuchart.charting.points import Points
from acuchart.charting.session import Sessions
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.safety import open_dangers
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.points.point_row import PointRow
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import knee_visit
from tests.helpers.visit_screens import PointsDesk

CODES = ["LI4", "GB21", "ST36", "SP6"]
REASON = "talked over with the midwife"
FLAGS = [FlagKind.PREGNANCY, FlagKind.LYMPHOEDEMA_RIGHT_ARM, FlagKind.PACEMAKER]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("ask"), st.sampled_from(FLAGS)),
        st.tuples(st.just("type"), st.sampled_from([*CODES, "li4 r", "gb21 l 30mm", "sp6-li4 threading"])),
        st.tuples(st.just("keep"), st.sampled_from(CODES)),
        st.tuples(st.just("deepen"), st.sampled_from(CODES)),
        st.tuples(st.just("turn"), st.sampled_from(CODES)),
        st.tuples(st.just("undo"), st.just("")),
        st.tuples(st.just("look_elsewhere"), st.just("")),
    ),
    min_size=4,
    max_size=10,
)


class Hand:
    """What a person does, and which dangers stood before their eyes when a reason was written."""

    def __init__(self, desk: PointsDesk, clinic: StaffedClinic) -> None:
        self.desk, self.clinic = desk, clinic
        self.knee = knee_visit(clinic.practitioner)
        with clinic.practitioner.records.work() as work:
            rows = work.visits.get(self.knee.visit_id).prescription
        Points(clinic.practitioner).prescribe(self.knee.visit_id, (), rows)
        self.seen: set[str] = set()
        desk.turn_to(self.knee.visit_id)

    @property
    def rows(self) -> list[PointRow]:
        table = self.desk.page.table
        return [table.row(key) for key in table.keys]

    def ask(self, kind: FlagKind) -> None:
        """Turns an answer over."""
        flags = RiskFlags(self.clinic.practitioner)
        before = flags.of(self.knee.patient_id)[kind]
        state = FlagState.ASKED_NONE if before.state is FlagState.YES else FlagState.YES
        pregnant = kind is FlagKind.PREGNANCY and state is FlagState.YES
        due = self.clinic.clock.today() + timedelta(weeks=18) if pregnant else None
        flags.ask(self.knee.patient_id, Flag(kind, state, due=due), before)

    def type(self, line: str) -> None:
        self.desk.page.entered.emit(line, "", False)

    def keep(self, code: str) -> None:
        for row in self.rows:
            if row.line.code == code and row.line.open:
                assert row.danger.reason.isVisibleTo(self.desk.page)
                self.seen |= {danger.reason for danger in row.line.dangers}
                self.desk.page.kept.emit(row.line.key, REASON)

    def deepen(self, code: str) -> None:
        for row in self.rows:
            if row.line.code == code:
                self.desk.page.depth_given.emit(row.line.key, "40")

    def turn(self, code: str) -> None:
        for row in self.rows:
            if row.line.code == code:
                side = row.side.key
                row.side.tap("left" if side == "both" else "both")

    def undo(self, _nothing: str) -> None:
        self.desk.page.undone.emit()

    def look_elsewhere(self, _nothing: str) -> None:
        """Another step of the visit and back: the rows come from the records again."""
        self.desk.presenter.leave()
        self.desk.presenter.open(self.knee.visit_id)


@settings(max_examples=12, deadline=None, phases=[Phase.generate])
@given(STEPS)
def test_a_danger_is_open_on_the_screen_or_was_answered_by_who_saw_it(
    screen: PointsDesk, clinic: StaffedClinic, steps: list[tuple[str, object]]
) -> None:
    hand = Hand(screen, clinic)
    stop = clinic.bus.subscribe(screen.presenter.heard)
    try:
        for step, value in steps:
            getattr(hand, step)(value)
        _check(hand)
    finally:
        stop()


def _check(hand: Hand) -> None:
    desk, standing = hand.desk, hand.desk.presenter.standing
    assert standing is not None
    kept = desk.kept().prescription
    cautions = standing.cautions(kept)
    waiting = {c.point for c in open_dangers(kept, cautions)}
    shown = {danger.point for row in hand.rows if row.line.open for danger in row.line.dangers}
    assert waiting <= shown
    answered = {c.reason for c in cautions if c.level == "danger" and c.point and c.point not in waiting}
    assert answered <= hand.seen
    assert desk.page.summary.start.missing.startswith("Settle") is bool(waiting)
    if waiting:
        with pytest.raises(ChartTrouble):
            Sessions(hand.clinic.practitioner).prepare(hand.knee.visit_id, "Room 1")
