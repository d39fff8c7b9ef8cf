"""The rooms of a sitting: each screen with its presenter, joined by what a person may want there."""

from dataclasses import replace
from functools import partial

from acuchart.rooms.bench import Bench, Letters, Look, Maker
from acuchart.rooms.chart import chart
from acuchart.rooms.forms import filling, forms, reading
from acuchart.rooms.front import patients, printing, rooms, today
from acuchart.rooms.settings import settings
from acuchart.rooms.visit import findings, needling, note, plan, points
from acuchart.screens.shell.navigation import Place, Step
from acuchart.screens.shell.while_there import WhileThere

__all__ = ["Bench", "Letters", "Look", "furnish"]

PLACES: dict[Place, Maker] = {
    Place.TODAY: today,
    Place.PATIENTS: patients,
    Place.CHART: chart,
    Place.ROOMS: rooms,
    Place.PRINT: printing,
    Place.FORMS: forms,
    Place.SETTINGS: settings,
    Place.INTAKE_FILL: filling,
    Place.INTAKE_REVIEW: reading,
}
STEPS: dict[Step, Maker] = {
    Step.FINDINGS: findings,
    Step.POINTS: points,
    Step.NEEDLING: needling,
    Step.PLAN: plan,
    Step.SIGN: note,
}


def furnish(bench: Bench) -> None:
    """Gives the navigator every screen; each is made when it is first wanted."""
    go = bench.go
    bench = replace(bench, background=WhileThere(bench.background, lambda: go.is_open))
    for place, make in PLACES.items():
        go.places.makers[place] = partial(make, bench)
    for step, make in STEPS.items():
        go.steps.makers[step] = partial(make, bench)
