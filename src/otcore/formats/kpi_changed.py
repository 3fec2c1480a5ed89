"""Why DSO is another than at the end of the month before: by cause, and by customer."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from otcore.formats.dates import day
from otcore.formats.kpi_charts.scale import wide
from otcore.formats.kpi_series import Shown
from otcore.formats.markup import Markup, tag
from otcore.formats.numbers import number
from otcore.formats.words import UNKNOWN_PAYER
from otcore.kpi.board.measures import AnyMeasure
from otcore.kpi.measure import printed
from otcore.kpi.moving.bridge import Bridge

_MOST = 5
_CAUSES = {
    "terms": "What is not due yet",
    "delinquency": "What is past due",
    "disputes": "What is in dispute",
    "unapplied": "What unapplied cash would close",
}


def changed_panel(shown: Shown, names: Mapping[str, str]) -> Markup:
    """The days that each cause added or took off, and the customers that moved DSO most."""
    bridge = shown.board.changed
    if bridge is None:
        return Markup("")
    since, now = (day(each.as_of, shown.locale) for each in (bridge.before, bridge.after))
    return tag(
        "div",
        tag("h3", "What changed the DSO"),
        tag("p", f"Days of sales, from {since} to {now}", class_="note"),
        tag("div", _causes(bridge, shown), _customers(bridge, shown, names), class_="twin"),
        class_="panel",
    )


def _causes(bridge: Bridge, shown: Shown) -> Markup:
    steps = bridge.printed
    most = max(map(abs, steps.values())) or Decimal(1)
    rows = [_step(_CAUSES[cause], step, most, shown.locale) for cause, step in steps.items()]
    before, after = (_end(dso, shown.locale) for dso in (bridge.before, bridge.after))
    return _table("By cause", "Cause", [before, *rows, after])


def _customers(bridge: Bridge, shown: Shown, names: Mapping[str, str]) -> Markup:
    """Those that moved it most, whichever way."""
    moved = sorted(bridge.customers, key=lambda each: (-abs(each.change.total), each.customer))[:_MOST]
    days = [(each.customer, printed(each.change.total, bridge.spec)) for each in moved]
    most = max((abs(step) for _, step in days), default=Decimal(1)) or Decimal(1)
    rows = [_step(names.get(id) or id or UNKNOWN_PAYER, step, most, shown.locale) for id, step in days]
    return _table("Customers that moved it most", "Customer", rows)


def _table(title: str, head: str, rows: list[Markup]) -> Markup:
    heads = tag("thead", tag("tr", *(tag("th", each, scope="col") for each in (head, "Days"))))
    return tag("table", tag("caption", title), heads, tag("tbody", *rows), class_="late")


def _end(dso: AnyMeasure, locale: str) -> Markup:
    name = tag("strong", f"DSO on {day(dso.as_of, locale)}")
    return tag("tr", tag("th", name, scope="row"), tag("td", number(dso.printed or Decimal(0), locale), class_="open"))


def _step(name: str, step: Decimal, most: Decimal, locale: str) -> Markup:
    """A bar to the right of the middle for what was added, to the left for what was taken off."""
    share = Fraction(abs(step)) / Fraction(most) / 2
    left = Fraction(1, 2) if step > 0 else Fraction(1, 2) - share
    bar = tag("rect", class_="k-late" if step > 0 else "k-best", x=wide(left), y=0, width=wide(share), height=6)
    axis = tag("line", class_="zero", x1="50%", x2="50%", y1=0, y2=6)
    strip = tag("svg", bar, axis, class_="mix both", width="100%", height=6, aria_hidden="true")
    sign = "+" if step > 0 else ""
    return tag("tr", tag("th", tag("bdi", name), strip, scope="row"), tag("td", f"{sign}{number(step, locale)}"))
