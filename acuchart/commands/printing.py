"""Look-ups as text for a person at a terminal."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

import click

from acuchart.clinic.points import Point
from acuchart.commands.shapes import Shape
from acuchart.knowledge import Knowledge
from acuchart.words import _

SHOWN_ROWS = 10


def print_json(value: object) -> None:
    """Writes JSON in UTF-8, hanzi as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def print_points(points: Iterable[Point]) -> None:
    """Writes one line for each point."""
    for point in points:
        click.echo(f"{point.code:<16}{point.pinyin:<18}{point.hanzi}  {', '.join(point.categories)}".rstrip())


def print_point(point: Point, knowledge: Knowledge) -> None:
    """Writes a point whole."""
    click.echo(f"{point.code}  {point.pinyin}  {point.hanzi}  {point.hanzi_traditional}")
    click.echo(point.location)
    for levels, (shallow, deep) in _depths_of(point):
        click.echo(
            _("Usual depth {levels}{shallow:g} to {deep:g} cun, {angle} ({note})").format(
                levels=levels, shallow=shallow, deep=deep, angle=point.angle, note=point.depth_note
            )
        )
    for words in (point.aliases, point.categories):
        if words:
            click.echo(", ".join(words))
    for decision in point.decisions:
        click.echo(f"{decision.about}: {decision.said} → {decision.chosen}. {decision.reason}")
    for rule in knowledge.cautions:
        if rule.code == point.code:
            click.echo(f"{rule.level}: {rule.statement} ({rule.source})")


def _depths_of(point: Point) -> Iterable[tuple[str, tuple[float, float]]]:
    """The usual depth, or that of each stretch of the spine."""
    if point.depth_cun is not None:
        yield "", point.depth_cun
    for span in point.spine:
        yield f"{span.levels[0]}-{span.levels[-1]} ", span.depth_cun


def print_assessment(assessment: Mapping[str, object]) -> None:
    """Writes red flags first, then the first rows of the ledger and the question to ask next."""
    for alert in cast("Sequence[Shape]", assessment["red_flags"]):
        click.echo(f"{alert['action']}: {alert['points_to']} ({alert['id']})")
    rows = cast("Sequence[Shape]", assessment["ledger"])
    if not rows:
        click.echo(_("Patterns appear after three findings."))
    for row in rows[:SHOWN_ROWS]:
        click.echo(f"{row['label']} {row['hanzi']}")
        for key, word in (("for", _("for")), ("against", _("against")), ("not_asked", _("not asked"))):
            ids = cast("Sequence[str]", row[key])
            if ids:
                click.echo(f"  {word}: {', '.join(ids)}")
    if assessment["ask_next"]:
        click.echo(_("Ask next: {name}").format(name=assessment["ask_next"]))


def print_cautions(cautions: Sequence[Shape]) -> None:
    """Writes one line for each caution."""
    if not cautions:
        click.echo(_("No caution is known for this."))
    for caution in cautions:
        whom = caution["point"] or _("patient")
        click.echo(f"{caution['level']}: {whom}: {caution['reason']} ({caution['source']})")
