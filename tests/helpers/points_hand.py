"""What a hand does on the points screen, and what is seen there then."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from acuchart.charting.flags import RiskFlags
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.points import Side
from acuchart.screens.points.point_row import PointRow
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import KneeVisit
from tests.helpers.visible_texts import visible_texts
from tests.helpers.visit_screens import PointsDesk

SHIFT = Qt.KeyboardModifier.ShiftModifier


def enter(desk: PointsDesk, qtbot: QtBot, line: str, *, shift: bool = False) -> None:
    """Types a line and presses Enter."""
    field = desk.page.entry.field
    desk.page.entry.begin()
    field.setText(line)
    field.textEdited.emit(line)
    modifier = SHIFT if shift else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(field, Qt.Key.Key_Return, modifier)


def chosen(desk: PointsDesk) -> list[tuple[str, Side, int]]:
    return [(row.code, row.side, row.needles) for row in desk.kept().prescription]


def row(desk: PointsDesk, code: str) -> PointRow:
    return next(r for r in desk.page.findChildren(PointRow) if r.line.code == code and not r.isHidden())


def button(desk: PointsDesk, name: str) -> QPushButton:
    found = desk.page.findChild(QPushButton, name)
    assert found is not None, name
    return found


def text(desk: PointsDesk) -> str:
    return " | ".join(visible_texts(desk.page))


def pregnant(clinic: StaffedClinic, knee: KneeVisit) -> None:
    due = clinic.clock.today() + timedelta(weeks=18)
    flag = Flag(FlagKind.PREGNANCY, FlagState.YES, due=due)
    RiskFlags(clinic.practitioner).ask(knee.patient_id, flag, Flag(FlagKind.PREGNANCY))
