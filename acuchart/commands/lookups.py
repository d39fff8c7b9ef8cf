"""Look-ups without a clinic: points, findings, the ledger, cautions."""

from pathlib import Path

import click

from acuchart.clinic.joined_points import read_rows, row_of, write_rows
from acuchart.clinic.point_names import Points
from acuchart.clinic.point_search import search
from acuchart.clinic.prescription import Entry, Unread
from acuchart.commands.assessing import assess
from acuchart.commands.checking import check_file, rules_of
from acuchart.commands.given import read_given, read_line_given
from acuchart.commands.opening import Asked
from acuchart.commands.printing import print_assessment, print_cautions, print_json, print_point, print_points
from acuchart.commands.shapes import entry_shape, finding_shape, point_shape
from acuchart.knowledge import Knowledge, load
from acuchart.words import _

as_json = click.option("--json", "json_wanted", is_flag=True, help="Write JSON instead of text.")


@click.command("points")
@click.argument("query", nargs=-1)
@click.option(
    "--parse",
    "line",
    metavar="LINE",
    help='Read a prescription line such as "st36 b, li4 r"; with - from standard input.',
)
@click.option(
    "--letters",
    type=click.Choice(["who", "romance"]),
    default="who",
    help="Whether the letters of Romance charts are read as well (E36, F3).",
)
@as_json
def points_command(query: tuple[str, ...], line: str | None, letters: str, *, json_wanted: bool) -> None:
    """Look points up by code, name, class or region, or read a prescription line."""
    if line is not None and query:
        raise click.UsageError(_("Give a query or --parse, not both."))
    knowledge = load()
    knowledge.read_romance(letters == "romance")
    if line is not None:
        _parse(read_line_given(line), knowledge.points, json_wanted)
        return
    _look_up(" ".join(query), knowledge, json_wanted)


def _look_up(query: str, knowledge: Knowledge, json_wanted: bool) -> None:
    found = search(query, knowledge.points)
    if not found:
        _tell_near(query, knowledge.points)
    if json_wanted:
        print_json([point_shape(point, knowledge) for point in found])
    elif len(found) == 1:
        print_point(found[0], knowledge)
    else:
        print_points(found)


def _tell_near(query: str, points: Points) -> None:
    near = ", ".join(points[code].name for code in points.near(query))
    sentence = _("There is no point called {query}.").format(query=query)
    click.echo(f"{sentence} {_('Near: {points}').format(points=near)}" if near else sentence, err=True)


def _parse(line: str, points: Points, json_wanted: bool) -> None:
    entries = read_rows(line, points)
    if json_wanted:
        print_json([entry_shape(entry) for entry in entries])
        return
    for entry in entries:
        click.echo(_entry_text(entry))


def _entry_text(entry: Entry | Unread) -> str:
    """An entry as it is written, which reads as the same again; or why it cannot be read."""
    if isinstance(entry, Unread):
        near = [code for code in entry.near if code not in entry.error]
        offered = " " + _("Near: {points}").format(points=", ".join(near)) if near else ""
        return f"? {entry.text}: {entry.error}{offered}"
    return write_rows([row_of(entry)])


@click.command("findings")
@as_json
def findings_command(*, json_wanted: bool) -> None:
    """The vocabulary of findings."""
    knowledge = load()
    findings = knowledge.findings
    if json_wanted:
        print_json([finding_shape(finding, knowledge) for finding in findings.values()])
        return
    for finding in findings.values():
        click.echo(f"{finding.id}  {finding.label}  {finding.hanzi}  ({finding.group})")


@click.command("assess")
@click.argument("file")
@as_json
def assess_command(file: str, *, json_wanted: bool) -> None:
    """Weigh findings: the pattern ledger for the JSON in FILE, or on standard input with -."""
    assessment = assess(read_given(file), load())
    if json_wanted:
        print_json(assessment)
    else:
        print_assessment(assessment)


@click.command("check")
@click.argument("file")
@click.option(
    "--clinic",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of a clinic whose own rules hold as well.",
)
@click.option("--user", default="", metavar="NAME", help="Who opens the clinic.")
@click.option(
    "--passphrase-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File with the passphrase; without it the passphrase is asked for.",
)
@as_json
@click.pass_context
def check_command(
    ctx: click.Context,
    file: str,
    clinic: Path | None,
    user: str,
    passphrase_file: Path | None,
    *,
    json_wanted: bool,
) -> None:
    """Cautions for a patient's risks and a prescription: the JSON in FILE, or on standard input with -.

    What was found today counts too: findings and red_flags as assess takes them.
    They follow the rules that came with AcuChart; with --clinic those of the clinic, as on its screens.
    """
    folder = clinic or ctx.find_root().params.get("clinic")
    given, knowledge = read_given(file), load()
    asked = Asked(folder, user, passphrase_file) if folder is not None else None
    cautions = check_file(given, knowledge, rules_of(asked, knowledge))
    if json_wanted:
        print_json(cautions)
    else:
        print_cautions(cautions)
