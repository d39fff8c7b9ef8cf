"""The parts of the settings, and who may see them."""

from enum import StrEnum

from acuchart.clinic.people import Role
from acuchart.words import N_


class Part(StrEnum):
    """The parts of the settings."""

    OWN = "own"
    CLINIC = "clinic"
    USERS = "users"
    RECORDS = "records"
    RULES = "rules"
    AUDIT = "audit"
    LOOK = "look"


PART_WORDS = {
    Part.OWN: (N_("Your account"), "user"),
    Part.CLINIC: (N_("Clinic"), "building-2"),
    Part.USERS: (N_("Users and roles"), "users"),
    Part.RECORDS: (N_("Database and keys"), "database"),
    Part.RULES: (N_("Caution rules"), "shield-alert"),
    Part.AUDIT: (N_("Audit log"), "history"),
    Part.LOOK: (N_("Theme and text"), "sun"),
}
"""Name and icon of each part."""


def parts_for(role: Role) -> tuple[Part, ...]:
    """What the role of a person includes."""
    return tuple(Part) if role is Role.OWNER else (Part.OWN, Part.LOOK)
