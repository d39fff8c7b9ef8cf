"""The sheet with the recovery key: printed once, kept away from the clinic's PC."""

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from acuchart.clinic.plan import KeySheet
from acuchart.documents.columns import rows_of
from acuchart.documents.fonts import MEDIUM
from acuchart.documents.furniture import Furniture, Heading
from acuchart.documents.ink import ink, px, style, styles
from acuchart.documents.layout import lay_out
from acuchart.documents.panel import Frame, Panel, narrow
from acuchart.documents.paper import Paper
from acuchart.documents.typesetter import Typesetter
from acuchart.words import _

GROUPS_A_ROW = 4
LARGE = (px(50), px(64))
"""Size and line height of a group, in points."""


def draw_key_sheet(sheet: KeySheet) -> Paper:
    """One page with the key in large groups, what it opens, and how to keep it.

    Raises:
        ChartTrouble: The logo of the letterhead cannot be read.
    """
    setter = Typesetter()
    foot = _("Recovery key of {clinic}. Keep it outside the clinic.").format(clinic=sheet.letterhead.clinic)
    heading = Heading(_("Recovery key"), sheet.made_on, foot)
    furniture = Furniture(sheet.letterhead, sheet.paper, heading, setter)

    def story() -> list[Flowable]:
        return _story(sheet, furniture.frame.width, setter)

    return lay_out(story, furniture, setter, _("Recovery key"), "en")


def _story(sheet: KeySheet, width: float, setter: Typesetter) -> list[Flowable]:
    words: list[Flowable] = [
        setter.paragraph(_("Recovery key"), styles().name),
        setter.paragraph(_what_it_is(), styles().intro),
        setter.paragraph(_("The key"), _heading(px(30))),
        *rows_of(_groups(sheet, setter), GROUPS_A_ROW, width, px(14), px(14)),
        setter.paragraph(_how_to_type(), styles().after),
    ]
    for heading, lines in _advice():
        words += [setter.paragraph(heading, _heading(px(30))), *setter.bullets(lines)]
    return words


def _heading(before: float) -> ParagraphStyle:
    return styles().heading.clone("heading of the sheet", spaceBefore=before)


def _groups(sheet: KeySheet, setter: Typesetter) -> list[Flowable]:
    large = style("group", LARGE, MEDIUM, align=TA_CENTER)
    frame = narrow(Frame(ink().page, ink().box_line))
    return [
        Panel(
            [
                setter.paragraph(_("Group {n}").format(n=number), styles().small_centred),
                setter.paragraph(group, large),
            ],
            frame,
        )
        for number, group in enumerate(sheet.groups, start=1)
    ]


def _what_it_is() -> str:
    return _(
        "This key opens the records of the clinic when no passphrase does. "
        "AcuChart showed it once and keeps no copy that can be read."
    )


def _how_to_type() -> str:
    return _(
        "Capital or small letters, with or without spaces and hyphens. It has no letter I, L, O or U: "
        "what looks like I, L or O is the figure 1 or 0."
    )


def _advice() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        (
            _("How to keep it"),
            (
                _("On paper, in a safe or at a bank, away from the PC and from its backups."),
                _("Out of sight: whoever has this page and the clinic's files can read every record."),
                _("If it is lost or was seen, make a new one. The old one opens only earlier backups then."),
            ),
        ),
        (
            _("What it opens"),
            (
                _("The records of this clinic and its backups, with the right to set new passphrases."),
                _("Without it and without any passphrase, nobody can open them, AcuChart's makers included."),
            ),
        ),
        (
            _("What the encryption protects against"),
            (
                _("A lost or stolen PC, disk or backup, and a look by accident."),
                _("Not against a person who has a passphrase and knows how to use programming tools."),
            ),
        ),
    )
