"""How a point is stimulated: by hand, under current with a second point, warmed; and what is done besides."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acuchart.clinic.needling import (
    ADJUNCT_WORDS,
    STIMULATION_WORDS,
    WAVEFORM_WORDS,
    Adjunct,
    Current,
    Needling,
    Stimulation,
    Waveform,
)
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.field import ErrorLine, LabelledField
from acuchart.screens.parts.sheet import Sheet
from acuchart.screens.parts.text import Text
from acuchart.screens.parts.typed_text import keep_as
from acuchart.screens.points.choice import Choice
from acuchart.screens.points.wishes import Stimulated
from acuchart.words import _

FREQUENCIES = ("2", "2/100", "10", "100")
_WIDTH = 400


class StimulationSheet(Sheet):
    """Gives a `Stimulated`; the usual values come first."""

    def __init__(self, parent: QWidget, key: int) -> None:
        done = Button(_("Set"), Variant.PRIMARY, size=Size.SMALL, name=f"points.stimulation_sheet.set.{key}")
        super().__init__(parent, "stimulation", done, width=_WIDTH, name="points.stimulation_sheet")
        self.how = Choice(_("Stimulation"), name=f"points.stimulation_sheet.how.{key}")
        self.how.changed.connect(self._show_current)
        self.partner = Choice(_("Other end of the pair"), name=f"points.stimulation_sheet.partner.{key}")
        self.frequency = Choice(
            _("Frequency in Hz"),
            [(f, f) for f in FREQUENCIES],
            name=f"points.stimulation_sheet.usual.{key}",
            may_be_none=True,
        )
        self.other = LabelledField(_("Other frequency"), name=f"points.stimulation_sheet.frequency.{key}")
        self.waveform = Choice(
            _("Waveform"),
            [(w, _(WAVEFORM_WORDS[w])) for w in Waveform],
            name=f"points.stimulation_sheet.waveform.{key}",
        )
        self.intensity = LabelledField(
            _("Intensity, in mA or as felt"), name=f"points.stimulation_sheet.intensity.{key}"
        )
        self._refused = Text("", "small", "ochreText", wrap=True)
        self.adjuncts = Choice(
            _("Besides"),
            [(a, _(ADJUNCT_WORDS[a])) for a in Adjunct],
            name=f"points.stimulation_sheet.adjunct.{key}",
            several=True,
        )
        self._error = ErrorLine()
        figures = QHBoxLayout()
        figures.addWidget(self.other)
        figures.addWidget(self.intensity)
        self._under = (self.partner, self.frequency, self.waveform, self.other, self.intensity)
        for above in (self.how, self._refused, self.partner, self.frequency):
            self.body.addWidget(above)
        self.body.addLayout(figures)
        for widget in (self.waveform, self.adjuncts, self._error, self.left):
            self.body.addWidget(widget)
        self._keep()
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.set)
        self.body.addLayout(foot)

    def _keep(self) -> None:
        """Names what is kept before it is set."""
        keep_as(self.other.editor, "frequency")
        keep_as(self.intensity.editor, "intensity")
        keep_as(self.frequency, "usual")
        for name in ("how", "partner", "waveform", "adjuncts"):
            keep_as(getattr(self, name), name)

    def ask(
        self, cell: QWidget, row: Needling, partners: Sequence[tuple[int, str]], partner: int, refused: str
    ) -> None:
        """Open below a cell. `refused` says why current is not offered; empty where it is."""
        hows = [s for s in Stimulation if not (s is Stimulation.ELECTRICAL and refused)]
        self.how.offer([(s, _(STIMULATION_WORDS[s])) for s in hows])
        self.how.choose((row.stimulation,))
        self._refused.setText(refused)
        self._refused.setVisible(bool(refused))
        self.partner.offer(partners)
        self.partner.choose((partner or (partners[0][0] if partners else 0),))
        current = row.current or Current(0, "2/100", Waveform.DENSE_DISPERSE)
        self.frequency.choose((current.frequency,))
        self.other.set_text("" if current.frequency in FREQUENCIES else current.frequency)
        self.waveform.choose((current.waveform,))
        self.intensity.set_text(current.intensity)
        self.adjuncts.choose(row.adjuncts)
        self._show_current()
        self.show_under(cell)
        self.how.chip(self.how.value or hows[0]).setFocus(Qt.FocusReason.PopupFocusReason)

    def show_error(self, sentence: str) -> None:
        self._error.say(sentence)

    def _show_current(self) -> None:
        under = self.how.value is Stimulation.ELECTRICAL
        for widget in self._under:
            widget.setVisible(under)
        self.fit()

    def give(self) -> None:
        how, partner, waveform = self.how.value, self.partner.value, self.waveform.value
        usual = self.frequency.value
        self.hand_in(
            Stimulated(
                how=how if isinstance(how, Stimulation) else Stimulation.MANUAL,
                partner=partner if isinstance(partner, int) else 0,
                frequency=self.other.text.strip() or (usual if isinstance(usual, str) else ""),
                waveform=waveform if isinstance(waveform, Waveform) else Waveform.CONTINUOUS,
                intensity=self.intensity.text,
                adjuncts=tuple(a for a in self.adjuncts.values if isinstance(a, Adjunct)),
            )
        )
