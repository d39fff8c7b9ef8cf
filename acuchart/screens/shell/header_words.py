"""What the patient bar says."""

from dataclasses import dataclass
from datetime import date

from acuchart.clinic.flags import Flag, flag_word
from acuchart.clinic.header import Header, VisitDone
from acuchart.clinic.people import SEX_WORDS, Sex
from acuchart.screens.shell.flag_icons import FLAG_ICONS
from acuchart.screens.shell.navigation import Step
from acuchart.words import DateStyle, _, format_age, format_date, ngettext


@dataclass(frozen=True, slots=True)
class CautionWords:
    """One risk of the patient: the short word of its chip, and what a tap shows."""

    key: str
    icon: str
    word: str
    detail: str
    asked: str


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """The bar as shown.

    Attributes:
        not_asked: What is said about risks nobody has asked; empty when all were asked.
        asked_none: What is said when all were asked and there is none.
        which: Visit and date; empty where no visit is meant.
    """

    name: str
    facts: str
    cautions: tuple[CautionWords, ...]
    not_asked: str
    asked_none: str
    which: str
    done: frozenset[Step]


def header_words(header: Header, today: date) -> HeaderWords:
    """The bar in words."""
    patient, flags = header.patient, header.flags
    unasked = len(flags.not_asked)
    nobody = not flags.present and not unasked
    which = ""
    if header.number is not None and header.arrived_at is not None:
        day = format_date(header.arrived_at, DateStyle.DAY)
        which = _("Visit {n} · {date}").format(n=header.number, date=day)
    facts = [format_age(patient.born, today)]
    facts += [_(SEX_WORDS[patient.sex])] if patient.sex is not Sex.NOT_ASKED else []
    facts.append(_("born {date}").format(date=format_date(patient.born, DateStyle.FULL)))
    return HeaderWords(
        name=patient.name.full,
        facts=" · ".join(facts),
        cautions=tuple(_caution(flag, header, today) for flag in flags.present),
        not_asked=ngettext("{n} risk not asked", "{n} risks not asked", unasked).format(n=unasked)
        if unasked
        else "",
        asked_none=_("All risks asked, none") if nobody else "",
        which=which,
        done=_done(header.done),
    )


def _done(done: VisitDone) -> frozenset[Step]:
    each = {
        Step.FINDINGS: done.findings,
        Step.POINTS: done.points,
        Step.NEEDLING: done.needling,
        Step.PLAN: done.plan,
        Step.SIGN: done.sign,
    }
    return frozenset(step for step, is_done in each.items() if is_done)


def _caution(flag: Flag, header: Header, today: date) -> CautionWords:
    detail = [flag.detail] if flag.detail else []
    if flag.due is not None:
        detail.insert(0, _("due {date}").format(date=format_date(flag.due, DateStyle.FULL)))
    asked = ""
    if flag.asked_on is not None:
        day = format_date(flag.asked_on, DateStyle.DAY)
        who = header.asked_by.get(flag.asked_by, "") if flag.asked_by else ""
        asked = (
            _("Asked {date} by {name}").format(date=day, name=who)
            if who
            else _("Asked {date}").format(date=day)
        )
        if flag.ask_again(today):
            asked = _("{asked}. Ask again").format(asked=asked)
    return CautionWords(
        flag.kind.value, FLAG_ICONS[flag.kind], flag_word(flag, today), " · ".join(detail), asked
    )
