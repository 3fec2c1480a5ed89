"""The customers that are late, as a table with bars: by amount, and by days."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from otcore.formats.kpi_charts.scale import wide
from otcore.formats.kpi_labels import plain
from otcore.formats.kpi_series import Shown
from otcore.formats.markup import Markup, tag
from otcore.formats.numbers import amount, money
from otcore.formats.words import UNKNOWN_PAYER, counted
from otcore.kpi.board.late import Late
from otcore.values.money import total
from otcore.values.rounding import round_ratio

MOST = 10
"""So many are shown; the table of all customers has the others."""


def late_panel(shown: Shown, names: Mapping[str, str]) -> Markup:
    """The customers with the largest overdue amounts, and those whose items are longest overdue."""
    late, currency = shown.board.late, shown.board.currency
    title = f"late-{currency}"
    if not late:
        nobody = tag("p", "Nobody is late: nothing is past its due date.", class_="note")
        return tag("div", tag("h3", "Customers that are late"), nobody, class_="panel")
    longest = sorted(late, key=lambda each: (-each.oldest, -each.overdue.minor, each.customer))
    return tag(
        "div",
        tag("h3", "Customers that are late", id=title),
        tag("p", _in_short(shown), class_="note"),
        tag("p", "Days: past the due date, the mean weighted by amount, and the oldest.", class_="note"),
        tag(
            "div",
            _table("Largest overdue amounts", late, shown, names, lambda each: Fraction(each.overdue.minor)),
            _table("Longest overdue", longest, shown, names, lambda each: Fraction(each.oldest)),
            class_="twin",
        ),
        class_="panel",
    )


def _in_short(shown: Shown) -> str:
    late, locale = shown.board.late, shown.locale
    owed = total((each.overdue for each in late), shown.board.currency)
    credits = owed - shown.board.figures.overdue.numerator
    told = f"{counted(len(late), 'customer is', 'customers are')} late with {money(owed, locale)}"
    if credits:
        told += f", before credits of {money(credits, locale)} that are past due too"
    if len(late) <= MOST:
        return f"{told}."
    worst = total((each.overdue for each in late[:MOST]), shown.board.currency)
    return f"{told}; the first {MOST} owe {plain(Fraction(round_ratio(worst.minor * 1000, owed.minor), 10), locale)}%."


def _table(
    title: str, late: Sequence[Late], shown: Shown, names: Mapping[str, str], size: Callable[[Late], Fraction]
) -> Markup:
    heads = ("Customer", f"Overdue, {shown.board.currency}", "Days", "Oldest", "Items")
    most = max(map(size, late))
    rows = (_row(each, shown, names, size(each) / most) for each in late[:MOST])
    table = tag(
        "table",
        tag("caption", title),
        tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))),
        tag("tbody", *rows),
        class_="late",
    )
    return tag("div", table, class_="scroll", role="region", aria_label=title, tabindex=0)


def _row(late: Late, shown: Shown, names: Mapping[str, str], share: Fraction) -> Markup:
    bar = tag("rect", class_="k-late", x=0, y=0, width=wide(share), height=6, rx=2)
    strip = tag("svg", bar, class_="mix", width="100%", height=6, aria_hidden="true")
    days = round_ratio(late.days.numerator, late.days.denominator)
    return tag(
        "tr",
        tag("th", _name(late.customer, names), strip, scope="row"),
        tag("td", amount(late.overdue, shown.locale)),
        tag("td", str(days)),
        tag("td", str(late.oldest)),
        tag("td", str(late.items)),
    )


def _name(customer: str, names: Mapping[str, str]) -> Markup:
    return tag("bdi", names.get(customer) or customer) if customer else tag("em", UNKNOWN_PAYER)
