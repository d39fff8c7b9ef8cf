"""Where the pain lies and what the findings are in kind, in words. Knows no Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from acuchart.clinic.eight_principles import Principle, Side
from acuchart.clinic.elements import Element
from acuchart.clinic.findings import Finding
from acuchart.clinic.painful_channels import CHANNEL_WORDS, PainfulChannel
from acuchart.clinic.patterns import Axis, Pattern
from acuchart.clinic.regions import region_words
from acuchart.screens.pattern.lines import Evidence
from acuchart.words import N_, _

_SIDES = {
    Side.INTERIOR: (N_("Interior"), "里"),
    Side.EXTERIOR: (N_("Exterior"), "表"),
    Side.COLD: (N_("Cold"), "寒"),
    Side.HEAT: (N_("Heat"), "热"),
    Side.DEFICIENCY: (N_("Deficiency"), "虚"),
    Side.EXCESS: (N_("Excess"), "实"),
}
_SHOWN = 4
"""Channels named in the one line."""

ELEMENT_WORDS = {
    "qi_stagnation": (N_("Qi stagnation"), "气滞"),
    "blood_stasis": (N_("Blood stasis"), "血瘀"),
    "cold": (N_("Cold"), "寒"),
    "heat": (N_("Heat"), "热"),
    "damp": (N_("Damp"), "湿"),
    "phlegm": (N_("Phlegm"), "痰"),
    "wind": (N_("Wind"), "风"),
    "qi_deficiency": (N_("Qi deficiency"), "气虚"),
    "blood_deficiency": (N_("Blood deficiency"), "血虚"),
    "yin_deficiency": (N_("Yin deficiency"), "阴虚"),
    "yang_deficiency": (N_("Yang deficiency"), "阳虚"),
    "essence_deficiency": (N_("Essence deficiency"), "精亏"),
    "liver": (N_("Liver"), "肝"),
    "spleen": (N_("Spleen"), "脾"),
    "kidney": (N_("Kidney"), "肾"),
    "heart": (N_("Heart"), "心"),
    "lung": (N_("Lung"), "肺"),
    "stomach": (N_("Stomach"), "胃"),
    "gallbladder": (N_("Gallbladder"), "胆"),
}
_ELEMENTS = 6
"""Elements told: what is more has too little to stand on."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One heading with the findings below it.

    Attributes:
        key: For the names of controls.
        note: What stands beside the heading, such as where it hurts.
    """

    key: str
    title: str
    note: str = ""
    for_: tuple[Evidence, ...] = ()
    not_asked: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """A quiet line, and what it opens; nothing is shown while the line is empty."""

    line: str = ""
    details: tuple[Detail, ...] = ()


def channels_summary(
    channels: Iterable[PainfulChannel], patterns: Mapping[str, Pattern], findings: Mapping[str, Finding]
) -> Summary:
    """The channels the pain lies on, and what speaks for one of them."""
    told = tuple(channels)
    details = []
    for channel in told:
        where = "; ".join(region_words(region) for region in channel.regions)
        details.append(Detail(channel.code, f"{channel.code} {_(CHANNEL_WORDS[channel.code])}", where))
        for sign in channel.signs:
            known = patterns[sign.pattern]
            label = f"{_(known.label)} {known.hanzi}".strip()
            evidence = _evidence(sign.for_, findings), _evidence(sign.not_asked, findings)
            details.append(Detail(f"{channel.code}.{sign.pattern}", "", label, *evidence))
    codes = [f"{c.code} {_(CHANNEL_WORDS[c.code])}" if n == 0 else c.code for n, c in enumerate(told)]
    more = [f"+{len(codes) - _SHOWN}"] if len(codes) > _SHOWN else []
    return Summary(" · ".join([*codes[:_SHOWN], *more]), tuple(details))


def principles_summary(
    principles: Iterable[Principle], elements: Iterable[Element], findings: Mapping[str, Finding]
) -> Summary:
    """The sides that are there, pair by pair, with how many findings lean to each.

    The details tell all, and below them the clearest elements with what speaks for each.
    """
    parts, details = [], []
    for principle in principles:
        leanings = sorted((principle.first, principle.second), key=lambda one: -one.weight)
        shown = [one for one in leanings if one.side in principle.sides]
        if shown:
            parts.append("/".join(f"{_(_SIDES[one.side][0])} {len(one.for_)}" for one in shown))
        for one in leanings:
            if one.for_:
                words, hanzi = _SIDES[one.side]
                details.append(Detail(one.side, f"{_(words)} {hanzi}", "", _evidence(one.for_, findings)))
    return Summary(" · ".join(parts), (*details, *_element_details(elements, findings)))


def _element_details(elements: Iterable[Element], findings: Mapping[str, Finding]) -> tuple[Detail, ...]:
    """The clearest elements: what is wrong, or where."""
    told = [element for element in elements if element.name in ELEMENT_WORDS][:_ELEMENTS]
    return tuple(
        Detail(
            f"element.{element.name}",
            f"{_(ELEMENT_WORDS[element.name][0])} {ELEMENT_WORDS[element.name][1]}",
            _("Element: what is wrong") if element.axis is Axis.NATURE else _("Element: where"),
            _evidence(element.for_, findings),
        )
        for element in told
    )


def _evidence(ids: Iterable[str], findings: Mapping[str, Finding]) -> tuple[Evidence, ...]:
    return tuple(Evidence(key, _(findings[key].label)) for key in ids if key in findings)
