"""Keeping what is typed into a form before it is handed in, so that a power cut or a lock loses nothing."""

from collections.abc import Mapping

from acuchart.charting.sitting import Duty, Transaction, UseCases, use_case
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.unfinished import Form, Typed


class Unfinished(UseCases):
    """Everybody finds their own unfinished forms, and nobody else's."""

    @use_case(Duty.DESK)
    def all(self, tx: Transaction) -> Mapping[Form, Typed]:
        """What the person signed in left in which form."""
        left = tx.work.unfinished.of(self.user_id)
        tx.audit("typing.looked_for", detail=f"{len(left)}")
        return left

    @use_case(Duty.DESK)
    def keep(self, tx: Transaction, form: Form, typed: Typed) -> Typed:
        """Keeps what stands in the fields a person changed; a form with none of them is forgotten."""
        if typed:
            tx.work.unfinished.put(self.user_id, form, typed)
        else:
            tx.work.unfinished.forget(self.user_id, form)
        tx.audit("typing.kept", _record_number(tx, form), form.kind)
        return typed

    @use_case(Duty.DESK)
    def forget(self, tx: Transaction, form: Form) -> None:
        """The form was handed in or given up."""
        tx.work.unfinished.forget(self.user_id, form)
        tx.audit("typing.cleared", _record_number(tx, form), form.kind)


def _record_number(tx: Transaction, form: Form) -> str:
    """Of the patient or of the patient of the visit the form is about."""
    if form.about is None:
        return ""
    try:
        return tx.work.patients.get(form.about).number
    except ChartTrouble:
        return tx.work.patients.get(tx.work.visits.get(form.about).patient_id).number
