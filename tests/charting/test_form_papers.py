"""Forms on paper through the use cases."""

from dataclasses import replace
from datetime import date

import pytest

from acuchart.charting.form_papers import FormPapers
from acuchart.charting.intake import Intakes
from acuchart.charting.patients import Patients
from acuchart.clinic.people import Name, Particulars
from acuchart.clinic.trouble import ChartTrouble, NotAllowed
from tests.helpers.clinic import StaffedClinic
from tests.helpers.form_answers import FIRST_VISIT, answers
from tests.helpers.pdf_pages import texts


def test_an_unknown_form_has_no_paper(clinic: StaffedClinic) -> None:
    with pytest.raises(ChartTrouble, match="does not hold"):
        FormPapers(clinic.desk).blank("first-visit|77")


def test_the_desk_prints_blank_forms_but_no_answers(clinic: StaffedClinic) -> None:
    assert FormPapers(clinic.desk).blank(FIRST_VISIT).pages > 1
    patient = Patients(clinic.desk).register(Particulars(Name("Wen", "Calder"), date(1990, 8, 19)))
    intake = Intakes(clinic.desk).hand_out(patient.id, FIRST_VISIT)
    with pytest.raises(NotAllowed):
        FormPapers(clinic.desk).filled(intake.id)


def test_a_filled_form_says_whose_it_is_and_leaves_a_trace(clinic: StaffedClinic) -> None:
    patient = Patients(clinic.desk).register(Particulars(Name("Wen", "Calder"), date(1990, 8, 19)))
    intake = Intakes(clinic.desk).hand_out(patient.id, FIRST_VISIT)
    Intakes(clinic.desk).complete(intake.id, answers({}))
    paper = FormPapers(clinic.practitioner).filled(intake.id)
    words = " ".join(texts(paper.pdf))
    assert "I wake at 3" in words
    assert "Wen Calder" in words
    assert patient.number in words
    with clinic.owner.records.work() as work:
        assert work.audit.latest(1)[0].act == "intake.printed"


def test_answers_to_a_form_the_program_does_not_hold_are_not_printed_as_another(
    clinic: StaffedClinic,
) -> None:
    patient = Patients(clinic.desk).register(Particulars(Name("Wen", "Calder"), date(1990, 8, 19)))
    intake = Intakes(clinic.desk).hand_out(patient.id, FIRST_VISIT)
    with clinic.owner.records.work() as work:
        work.intakes.change(replace(work.intakes.get(intake.id), form="first-visit|0"))
    with pytest.raises(ChartTrouble, match=r"first-visit\|0"):
        FormPapers(clinic.practitioner).filled(intake.id)
