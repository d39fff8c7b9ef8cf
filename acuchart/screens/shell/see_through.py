"""Scrolling areas that show what they stand on."""

from PySide6.QtWidgets import QScrollArea


def see_through(area: QScrollArea) -> None:
    """Let the ground behind an area shine through; Qt fills its widget otherwise. Call it after `setWidget`."""
    area.viewport().setAutoFillBackground(False)
    inside = area.widget()
    if inside is not None:
        inside.setAutoFillBackground(False)
