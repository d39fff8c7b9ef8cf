"""Forms: handed out by the desk, answered by the patient, settled and accepted by the practitioner."""

from datetime import timedelta
from functools import partial
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from acuchart.charting.flags import RiskFlags
from acuchart.charting.intake import Intakes
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.forms import Answers
from acuchart.clinic.intake import Settled
from acuchart.knowledge import load
from tests.stories.practice.answers import answers_to, tell
from tests.stories.practice.front_desk import ANY
from tests.stories.practice.hands import Hands, pick
from tests.stories.practice.told import Told

FORMS = {key: answers_to(form) for key, form in load().forms.items()}
REASONS = st.sampled_from(["", "  ", "Seen by the GP today"])


class Forms(Hands):
    """What the patient says on paper, and the risks."""

    @rule(
        who=ANY, kind=st.sampled_from(FlagKind), state=st.sampled_from(FlagState), weeks=st.integers(-50, 50)
    )
    def ask_a_risk(self, who: int, kind: FlagKind, state: FlagState, weeks: int) -> None:
        patient = pick(self.patients, who)
        due = self.place.clock.today() + timedelta(weeks=weeks) if kind is FlagKind.PREGNANCY else None
        flag = Flag(kind, state, "as told", due)
        seen = self.look(lambda work: work.flags.of(patient))[kind]
        if self.tried(lambda: RiskFlags(self.eli).ask(patient, flag, seen)):
            self.told[patient].flags.add((kind.value, state is FlagState.YES))

    @rule(who=ANY, form=st.sampled_from([*FORMS, "no such form|1"]))
    def hand_out(self, who: int, form: str) -> None:
        intake = self.tried(lambda: Intakes(self.desk).hand_out(pick(self.patients, who), form))
        if intake is not None and intake.id not in self.intakes:
            self.intakes.append(intake.id)

    @rule(which=ANY, data=st.data(), done=st.booleans())
    def answer(self, which: int, data: Any, done: bool) -> None:  # noqa: ANN401 - hypothesis types its data so
        intakes, intake_id = Intakes(self.desk), pick(self.intakes, which)
        filling = self.tried(lambda: intakes.fill(intake_id))
        if filling is None:
            return
        answers: Answers = data.draw(FORMS[filling.intake.form])
        keep = intakes.complete if done else intakes.keep_answers
        if self.tried(lambda: keep(intake_id, answers)):
            self.told[intake_id] = Told()
            tell(filling.questionnaire, answers, self.told[intake_id])

    @rule(which=ANY, how=st.sampled_from(Settled), reason=REASONS)
    def settle_an_answer(self, which: int, how: Settled, reason: str) -> None:
        intakes, intake_id = Intakes(self.eli), pick(self.intakes, which)
        review = self.tried(lambda: intakes.review(intake_id))
        if review is None or not review.concerns:
            self.tried(lambda: intakes.settle(intake_id, "about.name", how, reason))
            return
        for concern in review.open or review.concerns[:1]:
            self.tried(partial(intakes.settle, intake_id, concern.link_id, how, reason))
        # A "yes" that is no concern is a risk asked and found not so.
        risks = {(kind, so) for kind, yes in self.told[intake_id].flags for so in (yes, False)}
        self.told[review.intake.patient_id].flags |= risks

    @rule(which=ANY, visit=ANY, into=st.booleans())
    def accept(self, which: int, visit: int, into: bool) -> None:
        intake_id = pick(self.intakes, which)
        visit_id = pick(self.visits, visit) if into else None
        review = self.tried(lambda: Intakes(self.eli).accept(intake_id, visit_id))
        if review is not None:
            assert not review.open
            self.told[review.intake.patient_id].flags |= self.told[intake_id].flags
            if visit_id is not None:
                self.told[visit_id].take(self.told[intake_id])
