"""The command line. Without a subcommand it opens the application; look-ups need no clinic and no window.

Exit 0 done, 1 trouble (one plain sentence on standard error), 2 wrong usage.
"""

from acuchart.commands.demo import demo_command
from acuchart.commands.group import cli
from acuchart.commands.lookups import assess_command, check_command, findings_command, points_command

__all__ = ["cli"]

for _command in (demo_command, points_command, findings_command, assess_command, check_command):
    cli.add_command(_command)
