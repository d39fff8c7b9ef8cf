"""What may be meant while somebody types. Knows no Qt."""

from acuchart.clinic.point_names import Points
from acuchart.clinic.point_search import search
from acuchart.clinic.points import Point
from acuchart.screens.points.hits import point_hits, saved_hits
from acuchart.screens.points.offers import Offers, Prescription
from acuchart.screens.points.seen import PointsView
from acuchart.screens.points.typing_line import last_word, sure_hit

MOST_HITS = 60
MOST_RECENT = 12


class Finder:
    """Points by any name, saved prescriptions by theirs; a space alone lists the points of this course."""

    def __init__(self, view: PointsView, prescription: Prescription, offers: Offers, points: Points) -> None:
        self._view = view
        self._for = prescription
        self._offers = offers
        self._points = points
        view.typed.connect(self._typed)

    def _typed(self, text: str) -> None:
        standing = self._for.standing
        if standing is None:
            return
        recent = bool(text) and not text.strip()
        word = last_word(text, self._points)
        found = self._recent if recent else search(word, self._points)[:MOST_HITS] if word else ()
        chosen = {row.code for row in self._for.rows}
        hits = point_hits(found, word, chosen, standing.against)
        saved = () if recent else saved_hits(self._offers.saved, text)
        sure = bool(found) and not recent and sure_hit(word, found[0])
        # A name that is surely a point comes first; else the prescription of that name does.
        shown = (*hits, *saved) if sure else (*saved, *hits)
        self._view.show_hits(shown, sure or bool(saved), len(self._points))

    @property
    def _recent(self) -> tuple[Point, ...]:
        """The points of this course, those of the last visit first."""
        standing = self._for.standing
        earlier = standing.chart.earlier if standing is not None else ()
        codes = dict.fromkeys(row.code for visit in earlier for row in visit.prescription)
        return tuple(self._points[code] for code in codes if code in self._points)[:MOST_RECENT]
