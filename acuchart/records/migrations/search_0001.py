"""Full-text search of patients as SQLite (FTS5) does it: filled by triggers, so that it never falls behind.

`patient_search` holds folded name parts with an index of prefixes, `phone_search` digits with an index of
trigrams.
"""

TABLES = (
    """CREATE VIRTUAL TABLE patient_search USING fts5(
    search_words, content='patients', content_rowid='serial', prefix='1 2 3',
    tokenize="unicode61 remove_diacritics 2 categories 'L* M* N* Co Cn'")""",
    """CREATE VIRTUAL TABLE phone_search USING fts5(
    search_digits, content='patients', content_rowid='serial', tokenize='trigram')""",
)

_IN = """INSERT INTO patient_search(rowid, search_words) VALUES (new.serial, new.search_words);
    INSERT INTO phone_search(rowid, search_digits) VALUES (new.serial, new.search_digits);"""
_OUT = """INSERT INTO patient_search(patient_search, rowid, search_words)
    VALUES ('delete', old.serial, old.search_words);
    INSERT INTO phone_search(phone_search, rowid, search_digits)
    VALUES ('delete', old.serial, old.search_digits);"""

TRIGGERS = (
    f"CREATE TRIGGER patients_searched_insert AFTER INSERT ON patients BEGIN\n    {_IN}\nEND",
    f"CREATE TRIGGER patients_searched_delete AFTER DELETE ON patients BEGIN\n    {_OUT}\nEND",
    f"""CREATE TRIGGER patients_searched_update
    AFTER UPDATE OF serial, search_words, search_digits ON patients BEGIN
    {_OUT}
    {_IN}
END""",
)
