"""What a room asks beside the table: what is laid on the skin, and of what the room reminds."""

from collections.abc import Iterable

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from acuchart.clinic.stages import STAGE_WORDS, StageKind
from acuchart.clinic.zones import LONGEST_ZONE, SKIN_SOURCE, USUAL_ZONE, ZONE_WORDS, Bell, ZoneKind
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.chip import Chip
from acuchart.screens.parts.field import Field, LabelledField
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.session.faces import RoomCardFace
from acuchart.screens.session.questions import RoomQuestion
from acuchart.screens.session.wishes import Do, Laid, Wish
from acuchart.words import N_, _

_BELLS = {Bell.GIVEN: N_("Yes, bell given"), Bell.STAYING: N_("No, I stay beside the patient")}


class LayOn(RoomQuestion):
    """A heat lamp, moxa or cups: where, how long, and whether the patient has the bell."""

    def __init__(self, window: QWidget, face: RoomCardFace, skin_every: int) -> None:
        every = _("The skin is looked at every {n} min.").format(n=skin_every)
        sentence = f"{every} {_(SKIN_SOURCE)}"
        super().__init__(window, face, _("Heat lamp, moxa or cups"), sentence, "zone")
        self._kind = ZoneKind.LAMP
        self._bell: Bell | None = None
        self._kinds = {kind: self._chip(kind) for kind in ZoneKind}
        self.body.addWidget(_row(self._kinds.values()))
        self._place = LabelledField(_("Where"), placeholder=_("right knee"), name="session.zone.place")
        self.body.addWidget(self._place)
        self._minutes = self._number(_("Minutes"), "minutes", USUAL_ZONE[ZoneKind.LAMP])
        self._skin = self._number(_("Look at the skin every, minutes"), "skin", skin_every, skin_every)
        self._bells = {bell: self._bell_chip(bell) for bell in Bell}
        self.body.addWidget(LabelledField(_("Bell given?"), _row(self._bells.values())))
        self.body.addWidget(self._error)
        self._offer(_("Cancel"), "cancel", self.reject)
        self._offer(_("Start"), "start", self._start, Variant.PRIMARY)
        self._choose(ZoneKind.LAMP)

    def _number(self, label: str, name: str, value: int, most: int = LONGEST_ZONE) -> Field:
        field = Field(str(value), label=label, large=True, name=f"session.zone.{name}")
        field.setValidator(QIntValidator(1, most, self))
        self.body.addWidget(LabelledField(label, field))
        return field

    def _chip(self, kind: ZoneKind) -> Chip:
        chip = Chip(_(ZONE_WORDS[kind]), name=f"session.zone.kind.{kind}")
        chip.clicked.connect(lambda: self._choose(kind))
        return chip

    def _bell_chip(self, bell: Bell) -> Chip:
        chip = Chip(_(_BELLS[bell]), name=f"session.zone.bell.{bell}")
        chip.clicked.connect(lambda: self._answer_bell(bell))
        return chip

    def _choose(self, kind: ZoneKind) -> None:
        self._kind = kind
        for key, chip in self._kinds.items():
            chip.setChecked(key is kind)
        self._minutes.setText(str(USUAL_ZONE[kind]))

    def _answer_bell(self, bell: Bell) -> None:
        self._bell = bell
        for key, chip in self._bells.items():
            chip.setChecked(key is bell)

    def _start(self) -> None:
        if self._bell is None:
            self._error.say(_("Say whether the patient has the bell."))
            return
        if not (self._minutes.hasAcceptableInput() and self._skin.hasAcceptableInput()):
            self._error.say(_("Write the minutes, and how often the skin is looked at."))
            return
        laid = Laid(
            self._kind,
            self._place.text.strip(),
            int(self._minutes.text()),
            self._bell,
            int(self._skin.text()),
        )
        self._answer(Wish(Do.LAY_ON, self._face.visit_id, laid=laid))


class Remind(RoomQuestion):
    """A reminder more while the needles rest."""

    def __init__(self, window: QWidget, face: RoomCardFace) -> None:
        super().__init__(window, face, _("Remind me in {room}").format(room=face.room), "", "remind")
        self._kind = StageKind.STIMULATE
        self._kinds = {kind: self._chip(kind) for kind in StageKind}
        self.body.addWidget(_row(self._kinds.values()))
        self._minutes = Field("5", label=_("In how many minutes"), large=True, name="session.remind.minutes")
        self._minutes.setValidator(QIntValidator(1, 180, self))
        self.body.addWidget(LabelledField(_("In how many minutes"), self._minutes))
        self.body.addWidget(self._error)
        self._offer(_("Cancel"), "cancel", self.reject)
        self._offer(_("Remind"), "remind", self._remind, Variant.PRIMARY)
        self._choose(StageKind.STIMULATE)

    def _chip(self, kind: StageKind) -> Chip:
        chip = Chip(_(STAGE_WORDS[kind]), name=f"session.remind.kind.{kind}")
        chip.clicked.connect(lambda: self._choose(kind))
        return chip

    def _choose(self, kind: StageKind) -> None:
        self._kind = kind
        for key, chip in self._kinds.items():
            chip.setChecked(key is kind)

    def _remind(self) -> None:
        if not self._minutes.hasAcceptableInput():
            self._error.say(_("Write in how many minutes."))
            return
        number = int(self._minutes.text())
        self._answer(Wish(Do.REMIND, self._face.visit_id, number, remind=self._kind))


def _row(chips: Iterable[Chip]) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    for chip in chips:
        flow.addWidget(chip)
    return holder
