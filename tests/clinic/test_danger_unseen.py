"""No order of flags, points, depths and reasons lets a danger pass that nobody saw."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from acuchart.clinic.cautions import OWN_KIND, RISK_FLAGS, Caution, CautionRule, Level, Risks
from acuchart.clinic.needling import Current, Needling, Stimulation
from acuchart.clinic.points import Side
from acuchart.clinic.risks import with_means
from acuchart.clinic.safety import open_dangers, standing_dangers, with_answers
from acuchart.clinic.treatment import cautions_of
from acuchart.knowledge import load

KNOWLEDGE = load()
POINTS, RULES = KNOWLEDGE.points, KNOWLEDGE.cautions
CODES = ("LI4", "GB21", "ST36", "GV22")
REASON = "talked over with the midwife"

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("flag"), st.sampled_from(["pacemaker", "lymphoedema_right_arm", "anticoagulant"])),
        st.tuples(st.just("week"), st.none() | st.integers(0, 42)),
        st.tuples(st.just("age"), st.sampled_from([0, 40])),
        st.tuples(st.just("add"), st.sampled_from(CODES)),
        st.tuples(st.just("thread"), st.sampled_from(CODES)),
        st.tuples(st.just("depth"), st.tuples(st.sampled_from(CODES), st.none() | st.integers(1, 60))),
        st.tuples(st.just("angle"), st.sampled_from(CODES)),
        st.tuples(st.just("current"), st.permutations(CODES).map(lambda codes: codes[:2])),
        st.tuples(st.just("across"), st.sampled_from(("LI4", "GB21", "ST36"))),
        st.tuples(
            st.just("found"), st.sampled_from(["pregnancy", "bleeds_easily", "malignancy", "numbness"])
        ),
        st.tuples(st.just("reason"), st.sampled_from(CODES)),
        st.tuples(
            st.just("side"), st.tuples(st.sampled_from(CODES), st.sampled_from([Side.LEFT, Side.BOTH]))
        ),
        st.tuples(st.just("remove"), st.sampled_from(CODES)),
        st.tuples(st.just("undo"), st.integers(1, 4)),
        st.tuples(st.just("warm"), st.sampled_from(CODES)),
        st.tuples(st.just("rule"), st.sampled_from(CODES)),
    ),
    min_size=6,
    max_size=25,
)


class Visit:
    """A prescription kept as the use case keeps it, and what was seen when a reason was written."""

    def __init__(self) -> None:
        self.rows: tuple[Needling, ...] = ()
        self.risks = Risks(asked_none=RISK_FLAGS, age=40)
        self.seen: dict[str, set[str]] = {}
        self.past: list[tuple[Needling, ...]] = [()]
        self.rules: tuple[CautionRule, ...] = RULES

    def cautions(self) -> tuple[Caution, ...]:
        return cautions_of(self.rows, self.risks, self.rules, POINTS)

    def write(self, rows: tuple[Needling, ...]) -> None:
        before, self.rows = self.rows, rows
        self.rows = with_answers(rows, before, self.cautions())
        self.past.append(self.rows)

    def side(self, wanted: tuple[str, Side]) -> None:
        code, side = wanted
        if POINTS[code].lies is Side.BOTH:
            self.change(code, lambda row: replace(row, side=side))

    def remove(self, code: str) -> None:
        self.write(tuple(row for row in self.rows if row.code != code))

    def undo(self, steps: int) -> None:
        self.write(self.past[max(0, len(self.past) - 1 - steps)])

    def warm(self, code: str) -> None:
        self.change(code, lambda row: replace(row, stimulation=Stimulation.WARM_NEEDLE, current=None))

    def rule(self, code: str) -> None:
        """The owner makes a rule of the clinic's own, or takes it back."""
        own = CautionRule(code, OWN_KIND, "", f"Ours at {code}", "danger", None, (), "House rule")
        kept = tuple(rule for rule in self.rules if rule != own)
        self.rules = kept if len(kept) < len(self.rules) else (*kept, own)

    def change(self, code: str, how: Callable[[Needling], Needling]) -> None:
        self.write(tuple(how(row) if row.code == code else row for row in self.rows))

    def do(self, step: str, value: object) -> None:
        getattr(self, step)(value)

    def flag(self, name: str) -> None:
        flags, none = self.risks.flags ^ {name}, self.risks.asked_none ^ {name}
        self.risks = replace(self.risks, flags=flags, asked_none=none)

    def week(self, week: int | None) -> None:
        self.risks = replace(self.risks, pregnancy_week=week)

    def age(self, age: int) -> None:
        self.risks = replace(self.risks, age=age)

    def add(self, code: str) -> None:
        if code not in {row.code for row in self.rows}:
            self.write((*self.rows, Needling(code, POINTS[code].lies, POINTS[code].spots)))

    def thread(self, code: str) -> None:
        if self.rows and self.rows[-1].code != code:
            self.change(self.rows[-1].code, lambda row: replace(row, through=code))

    def depth(self, wanted: tuple[str, int | None]) -> None:
        self.change(wanted[0], lambda row: replace(row, depth_mm=wanted[1]))

    def angle(self, code: str) -> None:
        self.change(code, lambda row: replace(row, angle="90°"))

    def across(self, code: str) -> None:
        current = Current(9, across=True)
        self.change(code, lambda row: replace(row, stimulation=Stimulation.ELECTRICAL, current=current))

    def found(self, means: str) -> None:
        self.risks = with_means(self.risks, {means})

    def current(self, codes: list[str]) -> None:
        for code in codes:
            self.change(
                code, lambda row: replace(row, stimulation=Stimulation.ELECTRICAL, current=Current(1))
            )

    def reason(self, code: str) -> None:
        shown = {row.code: standing_dangers(row, self.cautions()) for row in self.rows}
        self.seen.setdefault(code, set()).update(shown.get(code, ()))
        self.change(
            code,
            lambda row: replace(row, kept_because=REASON, kept_for=shown[code], kept_to_mm=row.depth_mm),
        )


@settings(max_examples=200, deadline=None)
@given(STEPS)
def test_a_danger_is_open_or_was_seen_by_whoever_wrote_the_reason(steps: list[tuple[str, object]]) -> None:
    visit = Visit()
    for step, value in steps:
        visit.do(step, value)
    cautions = visit.cautions()
    waiting = set(open_dangers(visit.rows, cautions))
    for caution in cautions:
        if caution.level is Level.DANGER and caution.point is not None and caution not in waiting:
            meeting = [row for row in visit.rows if caution.point in row.codes]
            assert meeting
            assert all(caution.reason in visit.seen.get(row.code, set()) for row in meeting)


@given(st.permutations(["LI4", "SP6", "ST36", "BL13"]), st.booleans())
def test_the_order_of_points_and_flags_changes_no_danger(codes: list[str], flag_first: bool) -> None:
    visit = Visit()
    steps: list[tuple[str, object]] = [("add", code) for code in codes]
    flag: tuple[str, object] = ("week", 20)
    for step, value in [flag, *steps] if flag_first else [*steps, flag]:
        visit.do(step, value)
    assert {caution.point for caution in open_dangers(visit.rows, visit.cautions())} == {"LI4", "SP6"}


def test_the_end_of_a_threaded_needle_counts_as_needled() -> None:
    row = Needling("LI11", Side.RIGHT, 1, through="LI4")
    cautions = cautions_of((row,), Risks(pregnancy_week=20), RULES, POINTS)
    assert "LI4" in {caution.point for caution in open_dangers((row,), cautions)}
    shown = standing_dangers(row, cautions)
    kept = replace(row, kept_because=REASON, kept_for=shown)
    assert open_dangers((kept,), cautions) == ()


def test_an_ordinary_visit_is_interrupted_once_at_most() -> None:
    usual = ("ST36", "SP9", "GB34", "ST35", "LR3", "LI4", "PC6", "GV20", "BL23")
    rows = tuple(
        Needling(code, POINTS[code].lies, POINTS[code].spots, POINTS[code].depth_limit_mm()) for code in usual
    )
    bleeding = Risks(frozenset({"anticoagulant"}), RISK_FLAGS - {"anticoagulant"}, age=60)
    assert open_dangers(rows, cautions_of(rows, Risks(asked_none=RISK_FLAGS, age=60), RULES, POINTS)) == ()
    assert open_dangers(rows, cautions_of(rows, bleeding, RULES, POINTS)) == ()
    pregnant = replace(bleeding, pregnancy_week=22)
    dangers = open_dangers(rows, cautions_of(rows, pregnant, RULES, POINTS))
    assert {caution.point for caution in dangers} == {"LI4"}
