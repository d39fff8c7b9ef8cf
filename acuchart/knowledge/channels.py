"""The courses of the channels and the painful regions from resources/points."""

from collections.abc import Mapping
from types import MappingProxyType

from acuchart.clinic.body import Body
from acuchart.clinic.channels import Channel, Channels, PainRegion
from acuchart.clinic.points import Point
from acuchart.knowledge.files import known, read_tree
from acuchart.knowledge.tree import Node

FILE = "points/channels.json"


def read_channels(points: Mapping[str, Point], body: Body) -> Channels:
    """All channels and painful regions; every code and chart region they name exists."""
    book = Node(FILE, "", read_tree("points", "channels.json"))
    channels = {n.text("channel"): _channel(n) for n in book.nodes("channels", named_by="channel")}
    regions = tuple(_region(node) for node in book.nodes("pain_regions", named_by="region"))
    for code, channel in channels.items():
        along = [point for run in channel.points_by_region.values() for point in run]
        known(FILE, code, "point", along, points)
        known(FILE, code, "channel", (channel.paired,) if channel.paired else (), channels)
    drawn = {_bare(name) for view in body.views.values() for name in view.regions}
    for region in regions:
        known(FILE, region.name, "channel", region.channels, channels)
        known(FILE, region.name, "point", region.points, points)
        known(FILE, region.name, "region of the body chart", region.chart_regions, drawn)
    return Channels(MappingProxyType(channels), regions)


def _bare(region: str) -> str:
    return region.removesuffix("-left").removesuffix("-right")


def _channel(node: Node) -> Channel:
    runs = node.node("points_by_region")
    return Channel(
        code=node.text("channel"),
        hanzi=node.text("hanzi"),
        start=node.text("start"),
        middle=node.text("middle"),
        end=node.text("end"),
        limb_line=node.text("limb_line"),
        paired=node.text("paired_channel"),
        direction=node.text("direction"),
        points_by_region=MappingProxyType({region: runs.texts(region) for region in runs.value}),
    )


def _region(node: Node) -> PainRegion:
    return PainRegion(
        name=node.text("region"),
        channels=node.texts("channels"),
        called=node.text("name", ""),
        points=node.texts("points"),
        chart_regions=node.texts("chart_regions"),
        sources=node.texts("src"),
    )
