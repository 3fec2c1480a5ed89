"""What every chart over time has: an axis with lines, months below, a column to point at, its words and its table."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction

from attrs import frozen

from otcore.formats.kpi_charts.scale import Scale, middle, pixels, wide
from otcore.formats.markup import Markup, join, tag

TOP, BOTTOM, HEIGHT = 12, 200, 240
"""Where the values lie, and how high a chart is, in pixels."""

_MOST_LABELS = 12
_SIGN = 7  # pixels that a sign of a tick takes, about


@frozen(kw_only=True)
class Words:
    """What a chart is called (`id` within the page), and what it says to those who do not see it.

    `months`: the month and the year of each row.
    """

    id: str
    title: str
    note: str
    months: tuple[tuple[str, str], ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def said(self) -> str:
        """The last row, in words."""
        last = self.rows[-1] if self.rows else ()
        parts = zip(self.heads[1:], last[1:], strict=True)
        return f"{last[0]}: " + ", ".join(f"{head} {value}" for head, value in parts) if last else ""


@frozen
class Key:
    """What a colour means; `value` is what it came to at last."""

    class_: str
    name: str
    value: str = ""


@frozen
class Axis:
    """The vertical axis: where values stand, and what is written at a tick."""

    scale: Scale
    label: Callable[[Fraction], str]


def panel(words: Words, keys: Sequence[Key], axis: Axis, drawn: Iterable[Markup]) -> Markup:
    """A chart with its heading, the meaning of its colours, and its figures as a table to open."""
    ids = (f"{words.id}-title", f"{words.id}-desc")
    plot = tag(
        "svg",
        tag("title", words.title, id=ids[0]),
        tag("desc", words.said, id=ids[1]),
        *_grid(axis.scale),
        *drawn,
        *_months(words),
        *_columns(words),
        class_="plot",
        role="img",
        aria_labelledby=" ".join(ids),
        width="100%",
        height=HEIGHT,
    )
    legend = tag("ul", *map(_key, keys), class_="keys") if keys else Markup("")
    head = join(tag("h3", words.title), tag("p", words.note, class_="note"))
    return tag(
        "div", head, legend, tag("div", _ticks(axis), plot, class_="frame"), table_to_open(words), class_="panel"
    )


def table_to_open(words: Words) -> Markup:
    """The figures of a chart as a table."""
    heads = tag("thead", tag("tr", *(tag("th", head, scope="col") for head in words.heads)))
    rows = (tag("tr", tag("th", row[0], scope="row"), *(tag("td", cell) for cell in row[1:])) for row in words.rows)
    table = tag("table", heads, tag("tbody", *rows), aria_label=words.title)
    inside = tag("div", table, class_="scroll", role="region", aria_label=words.title, tabindex=0)
    return tag("details", tag("summary", "Figures as a table"), inside, class_="data")


def _ticks(axis: Axis) -> Markup:
    """The values at the left, in a drawing of their own: the one beside it takes what is left of the width."""
    labels = [axis.label(tick) for tick in axis.scale.ticks]
    wide_enough = _SIGN * max(map(len, labels)) + _SIGN
    texts = (
        tag("text", label, x=wide_enough - _SIGN, y=pixels(axis.scale.tenths(tick) + 40), text_anchor="end")
        for label, tick in zip(labels, axis.scale.ticks, strict=True)
    )
    return tag("svg", *texts, class_="plot ticks", width=wide_enough, height=HEIGHT, aria_hidden="true")


def _grid(scale: Scale) -> Iterator[Markup]:
    """A line at each tick; the line of zero is stronger."""
    for tick in scale.ticks:
        y = scale.y(tick)
        yield tag("line", class_="grid" if tick else "base", x1=0, x2="100%", y1=y, y2=y)


def _months(words: Words) -> Iterator[Markup]:
    """The months below, as many as there is room for; every second of them gives way on a narrow page."""
    count = len(words.months)
    each, year = -(-count // _MOST_LABELS), ""
    for place, (month, its_year) in enumerate(words.months):
        before_last = count - 1 - place
        if before_last % each:
            continue
        kind = "month spare" if before_last // each % 2 else "month"
        x = wide(middle(place, count))
        yield tag("text", month, class_=kind, x=x, y=BOTTOM + 18, text_anchor="middle")
        if its_year != year:
            yield tag("text", its_year, x=x, y=BOTTOM + 34, text_anchor="middle")
            year = its_year


def _columns(words: Words) -> Iterator[Markup]:
    """A column to point at for each month: it says the month's figures."""
    count = len(words.rows)
    for place, row in enumerate(words.rows):
        said = "\n".join([row[0], *(f"{head}: {cell}" for head, cell in zip(words.heads[1:], row[1:], strict=True))])
        left, width = wide(Fraction(place, count)), wide(Fraction(1, count))
        yield tag("rect", tag("title", said), class_="hit", x=left, width=width, y=0, height=HEIGHT)


def _key(key: Key) -> Markup:
    value = join(" ", tag("strong", key.value)) if key.value else Markup("")
    return tag("li", tag("span", class_=f"swatch {key.class_}"), key.name, value)
