"""What stands against a prescription in the patient whose visit is open. Knows no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from acuchart.clinic.caution_rules import rules_in_force
from acuchart.clinic.cautions import WHOLE_PATIENT, Caution, CautionRule, Level, Risks
from acuchart.clinic.chart import VisitChart
from acuchart.clinic.events import CautionRulesChanged, Event, FindingsRecorded, FlagsChanged
from acuchart.clinic.needling import DE_QI_WORDS, Needling, needles_by_round, needles_expected
from acuchart.clinic.risks import raised_at, risks_at
from acuchart.clinic.row_faults import first_fault
from acuchart.clinic.safety import dangers_of_patient, open_dangers, open_dangers_of_patient, open_red_flags
from acuchart.clinic.session import SessionState
from acuchart.clinic.suggestions import Facts
from acuchart.clinic.treatment import cautions_of
from acuchart.knowledge import Knowledge
from acuchart.screens.points.lines import PatientDanger, Summary, Told, told
from acuchart.words import _

PREGNANCY_KINDS = frozenset({"pregnancy", "abdominal_lumbar_pregnancy"})
"""Rules of pregnancy that speak of certain points."""


def changes_cautions(event: Event, chart: VisitChart) -> bool:
    """Whether something happened that the rules may answer otherwise: a risk fact, a finding, a rule."""
    theirs = isinstance(event, FlagsChanged) and event.patient_id == chart.patient.id
    found = isinstance(event, FindingsRecorded) and event.visit_id == chart.visit.id
    return theirs or found or isinstance(event, CautionRulesChanged)


def closed(chart: VisitChart) -> bool:
    """Whether nothing can be chosen any more."""
    if chart.visit.signed:
        return True
    return chart.session is not None and chart.session.state is SessionState.CLOSED


@dataclass(frozen=True)
class Standing:
    """A visit and the day, with the rules in force."""

    chart: VisitChart
    knowledge: Knowledge
    today: date

    @cached_property
    def risks(self) -> Risks:
        """What is known about the patient, with what was found and answered at the visit."""
        chart = self.chart
        raisers = self.knowledge.raisers
        return risks_at(chart.visit, chart.earlier, chart.patient, chart.flags, raisers, self.today)

    @cached_property
    def rules(self) -> tuple[CautionRule, ...]:
        """The rules in force."""
        return rules_in_force(self.knowledge.cautions, self.chart.rule_changes)

    @property
    def answers(self) -> bool:
        """Whether needles went in, so that somebody can still write what they did."""
        session = self.chart.session
        return session is not None and session.begun_at is not None and not self.chart.visit.signed

    @property
    def no_current(self) -> str:
        """Why current is not offered; empty where it is."""
        return _("No EA: pacemaker") if "pacemaker" in self.risks.flags else ""

    def cautions(self, rows: Sequence[Needling]) -> tuple[Caution, ...]:
        """What the rules say to these rows."""
        return cautions_of(rows, self.risks, self.rules, self.knowledge.points)

    @cached_property
    def against(self) -> Mapping[str, Told]:
        """The loudest that stands against each point of the nomenclature, before any is chosen."""
        found: dict[str, Told] = {}
        for caution in self._every_point(self.rules):
            if caution.point is not None and caution.level is not Level.NOTE:
                found.setdefault(caution.point, told(caution))
        return found

    @cached_property
    def avoided(self) -> Mapping[str, str]:
        """Points that are a danger for the patient or kept from while pregnant, with why in a few words."""
        dangers = {c.point: c.reason for c in self._every_point(self.rules) if c.level is Level.DANGER}
        if self.risks.pregnant:
            about = [rule for rule in self.rules if rule.kind in PREGNANCY_KINDS]
            kept_from = {c.point for c in self._every_point(about) if c.level is not Level.NOTE}
            dangers |= dict.fromkeys(kept_from, _("avoided in pregnancy"))
        return {code: why for code, why in dangers.items() if code is not None}

    def _every_point(self, rules: Sequence[CautionRule]) -> tuple[Caution, ...]:
        """What these rules say to each point of the nomenclature, needled as it usually is."""
        points = self.knowledge.points
        rows = [Needling(code, point.lies, point.spots) for code, point in points.items()]
        return cautions_of(rows, self.risks, rules, points)

    def summary(self, rows: Sequence[Needling]) -> Summary:
        """Counts, what concerns the whole patient, and what is missing."""
        cautions = self.cautions(rows)
        dangers = dict.fromkeys(c.point for c in open_dangers(rows, cautions) if c.point)
        apart = dangers_of_patient(cautions)
        of_patient = open_dangers_of_patient(cautions, self.chart.kept_dangers)
        return Summary(
            points=len(rows),
            needles=needles_expected(rows),
            whole=tuple(self._whole(c) for c in cautions if c.point is None and c not in apart),
            to_settle=len(dangers) + len(of_patient),
            missing=self._missing(rows, tuple(dangers), bool(of_patient)),
            by_round=needles_by_round(rows),
        )

    def dangers(self, rows: Sequence[Needling]) -> tuple[PatientDanger, ...]:
        """The dangers of the whole patient that ask for a reason here, with what was written."""
        kept = {written.danger: written.because for written in self.chart.kept_dangers}
        found = dangers_of_patient(self.cautions(rows))
        return tuple(PatientDanger(self._whole(danger), kept.get(danger.reason, "")) for danger in found)

    def _whole(self, caution: Caution) -> Told:
        """What is told of the whole patient, with what raised it."""
        return replace(told(caution), because=self.raised.get(caution.reason, ""))

    @cached_property
    def raised(self) -> Mapping[str, str]:
        """What was found or answered that raised a rule of the whole patient, by what the rule says."""
        chart, knowledge = self.chart, self.knowledge
        found: dict[str, list[str]] = {}
        for raiser in raised_at(chart.visit, chart.earlier, knowledge.raisers):
            flag, finding = knowledge.red_flags.get(raiser.id), knowledge.findings.get(raiser.id)
            name = _(finding.label) if finding else flag.item if flag else raiser.id
            words = f"{name}: {_(raiser.why)} ({raiser.source})"
            found.setdefault(raiser.means, []).append(words)
        whole = [rule for rule in self.rules if rule.code == WHOLE_PATIENT and rule.kind in found]
        return {_(rule.statement): "\n".join(found[rule.kind]) for rule in whole}

    def waiting(self, rows: Sequence[Needling]) -> frozenset[str]:
        """Codes of the points with a danger that nobody settled."""
        return frozenset(c.point for c in open_dangers(rows, self.cautions(rows)) if c.point)

    def _missing(self, rows: Sequence[Needling], dangers: tuple[str, ...], of_patient: bool) -> str:
        """Why needling cannot start, the first thing first."""
        if of_patient:
            return _("Settle the danger above the points first.")
        if dangers:
            return _("Settle {code} first.").format(code=dangers[0])
        if any(not row.confirmed for row in rows):
            return _("Confirm the copied points first.")
        if fault := first_fault(rows, self.today):
            return fault
        if open_red_flags(self.chart.visit.red_flags):
            return _("Write what you decide on the red flag in Findings first.")
        return "" if rows else _("Choose at least one point first.")

    def facts(self, rows: Sequence[Needling]) -> Facts:
        """What suggestions follow from."""
        chart = self.chart
        assessment = chart.visit.assessment
        named = (assessment.primary, *assessment.secondary) if assessment.confirmed_at else ()
        known = self.knowledge.patterns
        last = chart.earlier[0] if chart.earlier else None
        return Facts(
            patterns=tuple(known[slug] for slug in named if slug in known),
            regions=chart.course.regions,
            acute=chart.course.chronic(self.today) is False,
            last={row.code: self._response(row) for row in last.points} if last else {},
            last_visit=last.number if last else 0,
            chosen=frozenset(code for row in rows for code in row.codes),
            avoided=self.avoided,
        )

    def _response(self, row: Needling) -> str:
        """What is known about how the patient responded; nothing is made up."""
        felt = _("De qi {words}.").format(words=_(DE_QI_WORDS[row.obtained]).lower()) if row.obtained else ""
        return f"{felt} {self._pain_since()}".strip()

    def _pain_since(self) -> str:
        chart = self.chart
        before, now = chart.earlier[0].check_in.pain_now, chart.visit.check_in.pain_now
        if before is None or now is None:
            return _("The response is not known.")
        return _("Pain on arrival then {before}, now {now}.").format(before=before, now=now)
