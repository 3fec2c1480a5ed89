"""The key figures as cards."""

from otcore.formats.dates import day
from otcore.formats.kpi_charts.spark import spark
from otcore.formats.kpi_series import Shown
from otcore.formats.kpi_tiles import Tile, tiles_of
from otcore.formats.markup import Markup, join, tag


def tile_cards(shown: Shown) -> Markup:
    """A card a figure."""
    since = day(shown.months[-2].as_of, shown.locale) if len(shown.months) > 1 else ""
    return tag("div", *(_card(tile, since) for tile in tiles_of(shown)), class_="cards tiles")


def _card(tile: Tile, since: str) -> Markup:
    unit = join(" ", tag("small", tile.unit)) if tile.unit else Markup("")
    lead = tag("div", tag("p", tile.figure, unit, class_="figure"), spark(tile.values), class_="lead")
    aim = tag("p", tile.target, class_="aim met" if tile.met else "aim missed") if tile.target else Markup("")
    return tag("div", tag("h3", tile.name), lead, tag("p", tile.note), _changed(tile, since), aim, class_="card")


def _changed(tile: Tile, since: str) -> Markup:
    """How it changed since the month before: an arrow, a word for those who do not see it, whether that is good."""
    if not tile.change:
        return Markup("")
    kind = "better" if tile.good > 0 else "worse" if tile.good < 0 else "level"
    seen = tag("span", "\u25b2" if tile.rose > 0 else "\u25bc", aria_hidden="true")
    return tag("p", seen, f" {tile.changed} since {since}", class_=f"change {kind}")
