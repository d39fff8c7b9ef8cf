"""How SQLite finds, without reading every record, after which visits something was left in on purpose.

The values lie as JSON: a typed word never holds one of these between quotes unescaped. An index over a
condition serves only a query that says the condition in the very same words.
"""

NEEDLE_SETTLED = "instr(settlements, '\"left_in\"') > 0"
"""Of a session: a needle was settled as left in."""
SOMETHING_STAYS = "instr(prescription, '\"press_needle\"') + instr(prescription, '\"ear_seed\"') > 0"
"""Of a visit: a press needle or an ear seed was prescribed."""
