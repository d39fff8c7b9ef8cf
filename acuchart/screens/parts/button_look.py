"""How a button looks in each variant and state."""

from dataclasses import dataclass
from enum import StrEnum


class Variant(StrEnum):
    """What a button means on its screen."""

    PRIMARY = "primary"
    PLAIN = "plain"
    TINT = "tint"
    GHOST = "ghost"
    DANGER = "danger"
    MIND = "mind"
    """Something is not as it usually is, and that should be minded."""
    LINK = "link"
    ALARM = "alarm"
    """Filled, on an alarm panel."""
    ALARM_LINE = "alarm_line"
    """Outlined, on an alarm panel."""


class Size(StrEnum):
    """The height of a button, by its name in the tokens."""

    SMALL = "buttonSmall"
    NORMAL = "button"
    LARGE = "buttonLarge"
    ROOM = "roomButton"
    KIOSK = "buttonKiosk"


@dataclass(frozen=True, slots=True)
class Look:
    """Names of the colours of one state; an empty name is nothing."""

    fill: str
    border: str
    ink: str


# At rest, under the pointer, pressed.
LOOKS: dict[Variant, tuple[Look, Look, Look]] = {
    Variant.PRIMARY: (
        Look("jade", "", "onJade"),
        Look("jadeHover", "", "onJade"),
        Look("jadePress", "", "onJade"),
    ),
    Variant.PLAIN: (
        Look("surface", "lineStrong", "ink"),
        Look("hover", "lineStrong", "ink"),
        Look("sunken", "lineStrong", "ink"),
    ),
    Variant.TINT: (
        Look("jadeTint", "jadeLine", "jadeText"),
        Look("jadeTint2", "jadeLine", "jadeText"),
        Look("jadeTint2", "jade", "jadeText"),
    ),
    Variant.GHOST: (Look("", "", "ink2"), Look("hover", "", "ink"), Look("sunken", "", "ink")),
    Variant.DANGER: (
        Look("surface", "cinnabarLine", "cinnabarText"),
        Look("cinnabarTint", "cinnabarLine", "cinnabarText"),
        Look("cinnabarTint", "cinnabar", "cinnabarText"),
    ),
    Variant.MIND: (
        Look("ochreTint", "ochreLine", "ochreText"),
        Look("ochreTint", "ochre", "ochreText"),
        Look("ochreTint", "ochre", "ochreText"),
    ),
    Variant.LINK: (
        Look("", "", "jadeText"),
        Look("jadeTint", "", "jadeText"),
        Look("jadeTint2", "", "jadeText"),
    ),
    Variant.ALARM: (
        Look("onAlarm", "", "alarm"),
        Look("onAlarm", "onAlarm", "alarm"),
        Look("cinnabarTint", "", "cinnabarText"),
    ),
    Variant.ALARM_LINE: (
        Look("", "onAlarm", "onAlarm"),
        Look("alarmSoft", "onAlarm", "onAlarm"),
        Look("alarmSoft", "onAlarm", "onAlarm"),
    ),
}
OFF = Look("sunken", "line", "inkDisabled")
OFF_BARE = Look("", "", "inkDisabled")
OFF_ALARM = Look("", "onAlarm", "onAlarm")


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths of one size in px; `text` is the size of the letters at standard text size."""

    padding: int
    gap: int
    icon: int
    text: int


MEASURES: dict[Size, Measures] = {
    Size.SMALL: Measures(14, 8, 18, 15),
    Size.NORMAL: Measures(18, 10, 18, 15),
    Size.LARGE: Measures(24, 10, 20, 17),
    Size.ROOM: Measures(16, 8, 18, 17),
    Size.KIOSK: Measures(32, 12, 24, 20),
}


def look_of(variant: Variant, enabled: bool, pressed: bool, hovered: bool) -> Look:
    """Return the colours of a button in one state."""
    if not enabled:
        bare = variant in (Variant.GHOST, Variant.LINK)
        return OFF_BARE if bare else OFF_ALARM if variant is Variant.ALARM_LINE else OFF
    at_rest, under_pointer, pressed_down = LOOKS[variant]
    return pressed_down if pressed else under_pointer if hovered else at_rest
