"""Which view shows a part closely, and where that part lies on the whole body."""

import pytest

from acuchart.clinic.body import Body
from acuchart.clinic.close_views import CLOSE_VIEWS, close_view, home_of
from acuchart.knowledge.body import read_body

BODY: Body = read_body()


def bare(region: str) -> str:
    return region.removesuffix("-left").removesuffix("-right")


@pytest.mark.parametrize(
    ("view", "region", "close"),
    [
        ("front", "palm-right", ("hand-palmar", False)),
        ("front", "palm-left", ("hand-palmar", True)),
        ("front", "forehead", ("head-front", False)),
        ("back", "fingers-dorsal-left", ("hand-dorsal", True)),
        ("lateral", "ear-lateral-right", ("ear", False)),
        ("front", "knee-front-right", None),
        ("hand-palmar", "palm-right", None),
        ("front", "no-such-region", None),
    ],
)
def test_the_close_view_of_a_region(view: str, region: str, close: tuple[str, bool] | None) -> None:
    assert close_view(BODY.view(view), region) == close


def test_every_region_that_leads_to_a_close_view_exists() -> None:
    for whole, closely in CLOSE_VIEWS.items():
        regions = {bare(region) for region in BODY.view(whole).regions}
        for name, parts in closely.items():
            assert name in BODY.views
            assert set(parts) <= regions, (whole, name)


@pytest.mark.parametrize("name", BODY.views)
@pytest.mark.parametrize("mirrored", [False, True])
def test_every_close_view_has_a_place_on_a_whole_figure(name: str, mirrored: bool) -> None:
    view = BODY.view(name, mirrored=mirrored)
    home = home_of(view, BODY)
    if name in ("front", "back", "lateral"):
        assert home is None
        return
    assert home is not None
    whole = BODY.view(home.view, mirrored=home.mirrored)
    left, top, right, bottom = home.box
    assert 0 <= left < right <= whole.width
    assert 0 <= top < bottom <= whole.height
    assert right - left < whole.width / 2
    assert bottom - top < whole.height / 2


def test_the_left_hand_lies_on_the_patients_left() -> None:
    for mirrored in (False, True):
        home = home_of(BODY.view("hand-palmar", mirrored=mirrored), BODY)
        assert home is not None
        middle = (home.box[0] + home.box[2]) / 2
        assert (middle > BODY.view("front").width / 2) is mirrored


def test_a_way_there_and_back_ends_where_it_began() -> None:
    for whole in ("front", "back", "lateral"):
        for mirrored in (False, True):
            view = BODY.view(whole, mirrored=mirrored)
            for region in view.regions:
                close = close_view(view, region)
                if close is None:
                    continue
                name, left = close
                home = home_of(BODY.view(name, mirrored=left or view.mirrored), BODY)
                assert home is not None
                # The back of the hand is seen from behind and from the side; it has its home behind.
                assert home.view == whole or name == "hand-dorsal"
