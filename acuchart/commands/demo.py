"""`acuchart demo DIR`: a day at a fictional clinic through the real screens."""

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _

if TYPE_CHECKING:
    # Qt is loaded once the platform is decided.
    from acuchart.demo.day import Told


@click.command("demo")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print what was made as JSON.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", help="Look of the pictures.")
def demo_command(folder: Path, as_json: bool, theme: str) -> None:
    """Takes a fictional clinic in DIR through a whole day, and leaves its papers and pictures."""
    if (folder / "clinic").exists():
        raise ChartTrouble(
            _("There is a clinic in {folder} already. Choose another folder.").format(folder=folder)
        )
    _without_display()
    from acuchart.demo.day import spend_day

    told = spend_day(folder, theme, lambda step: click.echo(step, err=True))
    if as_json:
        click.echo(json.dumps(told.as_json(), ensure_ascii=False, indent=1))
    else:
        _say(told)


def _without_display() -> None:
    """Draws off the screen where there is none."""
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not shown:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _say(told: "Told") -> None:
    click.echo(_("Clinic: {folder}").format(folder=told.clinic))
    for person in told.users:
        words = _("  {name}, {role}, passphrase: {passphrase}")
        click.echo(words.format(name=person.name, role=person.role, passphrase=person.passphrase))
    click.echo(_("Papers:"))
    for path in told.papers:
        click.echo(f"  {path}")
    click.echo(_("Pictures:"))
    for path in told.screens:
        click.echo(f"  {path}")
