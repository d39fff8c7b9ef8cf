"""The group that all subcommands join."""

from pathlib import Path
from typing import IO

import click

from acuchart import __version__
from acuchart.clinic.trouble import ChartTrouble


class PlainTrouble(click.ClickException):
    """Trouble as one plain sentence, without a prefix."""

    def show(self, file: IO[str] | None = None) -> None:
        click.echo(self.message, err=True, file=file)


class Commands(click.Group):
    """A group whose commands end with exit 1 and the sentence where a person can put something right."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ChartTrouble as trouble:
            raise PlainTrouble(trouble.sentence) from trouble


@click.group(cls=Commands, invoke_without_command=True)
@click.version_option(__version__, prog_name="AcuChart", message="%(prog)s %(version)s")
@click.option(
    "--clinic",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the clinic to open.",
)
@click.pass_context
def cli(ctx: click.Context, clinic: Path | None) -> None:
    """AcuChart, the charting program of an acupuncture clinic."""
    if ctx.invoked_subcommand is None:
        # The window and the database are loaded only when they are needed.
        from acuchart.app import open_application

        ctx.exit(open_application(clinic))
