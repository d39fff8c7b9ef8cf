"""Starts AcuChart: `acuchart`, or `python -m acuchart`."""

import io
import sys

from acuchart.commands import cli


def main() -> None:
    """Runs the command line; everything it writes is UTF-8."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    cli(prog_name="acuchart")


if __name__ == "__main__":
    main()
