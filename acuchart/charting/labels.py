"""Words for ids: the names of findings, patterns, red flags and staff."""

from collections.abc import Iterable

from acuchart.clinic.note import NoteLabels
from acuchart.clinic.people import User
from acuchart.knowledge import Knowledge
from acuchart.words import _


def note_labels(knowledge: Knowledge, staff: Iterable[User], needle: str) -> NoteLabels:
    """The words a note needs; a pattern in the practitioner's own words stays as written."""
    names = {user.id: user.name for user in staff}

    def finding(key: str) -> str:
        if key in knowledge.findings:
            return _(knowledge.findings[key].label)
        return _(knowledge.red_flags[key].item) if key in knowledge.red_flags else key

    def pattern(slug: str) -> str:
        known = knowledge.patterns.get(slug)
        return f"{_(known.label)} {known.hanzi}".strip() if known else slug

    def examination(key: str) -> str:
        """Of a finding, or of a group of findings."""
        if key in knowledge.findings:
            return knowledge.findings[key].examination.value
        return next((f.examination.value for f in knowledge.findings.values() if f.group == key), "ask")

    def who(user_id: object) -> str:
        return next((name for key, name in names.items() if key == user_id), "")

    return NoteLabels(finding, pattern, examination, who, needle)
