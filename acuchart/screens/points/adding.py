"""Adds points to the prescription: typed, tapped on the body, or taken from what is offered. Knows no Qt."""

from collections.abc import Iterator
from typing import Protocol
from uuid import UUID

from acuchart.clinic.point_names import Points
from acuchart.clinic.points import Side
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.points import editing, keyed
from acuchart.screens.points.entering import entered, first_new
from acuchart.screens.points.hits import SAVED
from acuchart.screens.points.keyed import Keyed
from acuchart.screens.points.offers import Offers
from acuchart.screens.points.seen import PointsView
from acuchart.screens.points.typing_line import without_last


class Growing(Protocol):
    """The prescription points are added to."""

    @property
    def keyed_rows(self) -> Keyed: ...
    @property
    def read_only(self) -> bool: ...
    @property
    def usual_side(self) -> Side: ...
    @property
    def waiting(self) -> frozenset[str]: ...
    def change(self, rows: Keyed) -> None: ...


class Adding:
    """Turns what was typed or tapped into rows; what is there already is told in the row that holds it."""

    def __init__(
        self, view: PointsView, prescription: Growing, offers: Offers, points: Points, keys: Iterator[int]
    ) -> None:
        self._view = view
        self._for = prescription
        self._offers = offers
        self._points = points
        self._keys = keys
        view.entered.connect(self._entered)
        view.point_tapped.connect(self._tapped)
        view.offer_taken.connect(lambda code: self._tapped(code, self._for.usual_side))

    def _entered(self, text: str, hit: str, painful: bool) -> None:
        """Adds what was typed, or the hit that was chosen for its last word."""
        if self._for.read_only:
            return
        if hit.startswith(SAVED):
            self._view.show_entry("", ())
            self._offers.load(UUID(hit.removeprefix(SAVED)))
            return
        before = self._for.keyed_rows
        wanted = self._for.usual_side if painful else Side.BOTH
        line, last = (without_last(text), text.removeprefix(without_last(text))) if hit else (text, "")
        read = entered(before, line, (hit, last.strip()), wanted, self._points, self._keys)
        self._for.change(read.rows)
        self._view.show_entry(read.rest, read.not_read, tuple(sentence for _key, sentence in read.held))
        for key, sentence in read.held:
            self._view.show_row_trouble(key, sentence)
        self._go_on(before, read.held)

    def _go_on(self, before: Keyed, held: tuple[tuple[int, str], ...]) -> None:
        """To the reason a new danger asks for; else the row that holds the point already comes into sight."""
        waiting = first_new(before, self._for.keyed_rows, self._for.waiting)
        if waiting is not None:
            self._view.ask_reason(waiting)
        elif held:
            self._view.bring_row(held[0][0])

    def _tapped(self, code: str, side: Side) -> None:
        """A point of the body chart: added on the side that was tapped, or its row brought into sight."""
        if self._for.read_only:
            return
        rows, new = self._for.keyed_rows, editing.row_for(self._points[code], side)
        try:
            after, sentence = keyed.added(rows, new, self._points, self._keys), ""
        except ChartTrouble as trouble:
            after, sentence = rows, trouble.sentence
        self._for.change(after)
        key = keyed.holding(after, new)
        self._view.focus_row(key)
        if sentence:
            self._view.show_row_trouble(key, sentence)
