"""What SQLite itself guards besides: why somebody was needled in spite of a danger stands with the signature.

The words after ABORT are read by `records.trouble`.
"""

from acuchart.records.migrations.guards_0001 import signed, visit_signed

TRIGGERS = tuple(
    signed("kept_dangers", act, visit_signed(row))
    for act, row in (("INSERT", "new"), ("UPDATE", "old"), ("DELETE", "old"))
)
