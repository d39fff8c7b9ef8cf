"""The note, the signature and what may be added afterwards."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from acuchart.charting.labels import note_labels
from acuchart.charting.sitting import Duty, Transaction, use_case
from acuchart.charting.visits import VisitStep, unchanged
from acuchart.clinic.chart import VisitChart
from acuchart.clinic.events import VisitSigned
from acuchart.clinic.ids import new_id
from acuchart.clinic.note import Note, compose
from acuchart.clinic.safety import Checked, checks_before_signing
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import Addendum, NoteWords, Reactions, Signature, Visit
from acuchart.words import _


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A note with the visit it belongs to, and the names of the staff by user id."""

    chart: VisitChart
    note: Note
    names: Mapping[object, str]


class Notes(VisitStep):
    """Reading, adding words, signing, addenda."""

    @use_case(Duty.CLINICAL)
    def read(self, tx: Transaction, visit_id: UUID) -> ReadNote:
        """The note: as signed, or as the record stands."""
        chart = self.whole(tx, tx.work.visits.get(visit_id))
        tx.audit("note.opened", chart.patient.number)
        return ReadNote(chart, self._note(tx, chart), {user.id: user.name for user in tx.work.users.all()})

    @use_case(Duty.CLINICAL)
    def write(self, tx: Transaction, visit_id: UUID, words: NoteWords, seen: NoteWords) -> Visit:
        """Free words beside the sentences of the record."""
        visit = self.draft(tx, visit_id)
        unchanged(visit.note_words, seen)
        return self.keep(tx, replace(visit, note_words=words), "note.written")

    @use_case(Duty.CLINICAL)
    def record_reactions(
        self, tx: Transaction, visit_id: UUID, reactions: Reactions, seen: Reactions
    ) -> Visit:
        """Adverse reactions, or that there was none."""
        visit = self.draft(tx, visit_id)
        unchanged(visit.reactions, seen)
        kinds = ",".join(reactions.kinds) or "none"
        return self.keep(tx, replace(visit, reactions=reactions), "reactions.recorded", kinds)

    @use_case(Duty.CLINICAL)
    def sign(self, tx: Transaction, visit_id: UUID, passphrase: str) -> Visit:
        """Locks the visit for good; asks for the passphrase of the person signed in."""
        self.sitting.vault.unlock(self.user_id, passphrase)
        visit = self.draft(tx, visit_id)
        if visit.practitioner_id != self.user_id:
            raise ChartTrouble(_("Only the practitioner of this visit can sign it."))
        chart = self.whole(tx, visit)
        if chart.session is not None and chart.session.needles_in:
            sentence = _("{room}: count the needles out and close the room first.")
            raise ChartTrouble(sentence.format(room=chart.session.room))
        if not all(check.done for check in self._checks(chart)):
            raise ChartTrouble(_("Some checks are still open. Settle them before you sign."))
        text = self._note(tx, chart).to_json()
        digest = hashlib.sha256(text.encode()).hexdigest()
        tx.work.notes.put(visit_id, text)
        signed = tx.work.visits.change(
            replace(visit, signature=Signature(self.user_id, self.clock.now(), digest))
        )
        tx.audit("visit.signed", chart.patient.number, digest)
        tx.publish(VisitSigned(visit_id))
        return signed

    @use_case(Duty.CLINICAL)
    def take_over(self, tx: Transaction, visit_id: UUID) -> Visit:
        """Makes the person signed in the practitioner of a draft visit."""
        visit = self.draft(tx, visit_id)
        return self.keep(tx, replace(visit, practitioner_id=self.user_id), "visit.taken_over")

    @use_case(Duty.CLINICAL)
    def add(self, tx: Transaction, visit_id: UUID, words: str, passphrase: str) -> Addendum:
        """A dated addition to a signed visit, signed by itself; the text above it never changes."""
        self.sitting.vault.unlock(self.user_id, passphrase)
        visit = tx.work.visits.get(visit_id)
        if not visit.signed:
            raise ChartTrouble(_("This visit is not signed yet. Write into the note itself."))
        if not words.strip():
            raise ChartTrouble(_("Write what needs adding, and why."))
        addendum = Addendum(new_id(), visit_id, self.user_id, self.clock.now(), words.strip())
        tx.work.notes.add_addendum(addendum)
        digest = hashlib.sha256(addendum.words.encode()).hexdigest()
        tx.audit("addendum.signed", tx.work.patients.get(visit.patient_id).number, digest)
        tx.publish(VisitSigned(visit_id))
        return addendum

    def _note(self, tx: Transaction, chart: VisitChart) -> Note:
        signature = chart.visit.signature
        if signature is None:
            return compose(
                chart, note_labels(self.sitting.knowledge, tx.work.users.all(), tx.work.clinic.get().needle)
            )
        text = tx.work.notes.get(chart.visit.id)
        if hashlib.sha256(text.encode()).hexdigest() != signature.digest:
            raise ChartTrouble(
                _("This note does not match its signature. Ask the owner to open the audit log.")
            )
        return Note.from_json(text)

    def _checks(self, chart: VisitChart) -> tuple[Checked, ...]:
        return checks_before_signing(
            chart.visit, chart.course.complaint, chart.session, chart.cautions, chart.kept_dangers
        )
