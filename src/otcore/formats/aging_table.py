"""The aging by customer as an HTML table."""

from collections.abc import Mapping

from otcore.formats.aging_chart import mix
from otcore.formats.markup import Markup, join, tag
from otcore.formats.numbers import amount
from otcore.formats.words import UNKNOWN_PAYER, aged_from, bucket_names, netted
from otcore.kpi.aging import Aging, AgingRow
from otcore.kpi.grouping import BY_CUSTOMER
from otcore.values.money import Money


def aging_table(aging: Aging, locale: str, names: Mapping[str, str]) -> Markup:
    """A row a customer, the largest open balance first, and the totals. On a narrow page the table scrolls sideways."""
    title = f"table-{aging.currency}"
    apart = ("In no bucket",) if netted(aging.spec) else ()
    heads = (aging.by.capitalize(), "Items", "Open", *bucket_names(aging.spec), "Unapplied cash", *apart)
    rows = sorted(aging.rows, key=lambda row: (-row.open.minor, row.customer))
    table = tag(
        "table",
        tag("thead", tag("tr", *(tag("th", name, scope="col") for name in heads))),
        tag("tbody", *(_row(row, _customer(row, names, aging.by), locale, bool(apart)) for row in rows)),
        tag("tfoot", _row(aging.total, Markup("Total"), locale, bool(apart))),
        aria_labelledby=title,
    )
    return join(
        tag("h3", f"By {aging.by}, in {aging.currency}", id=title),
        tag("p", aged_from(aging.spec).capitalize(), class_="note"),
        tag("div", table, class_="scroll", role="region", aria_labelledby=title, tabindex=0),
    )


def _row(row: AgingRow, name: Markup, locale: str, apart: bool) -> Markup:
    return tag(
        "tr",
        tag("th", name, mix(row.buckets), scope="row"),
        tag("td", str(row.items)),
        _cell(row.open, locale, "open"),
        *(_cell(value, locale, "") for value in row.buckets),
        _cell(row.unapplied, locale, "apart"),
        *([_cell(row.apart, locale, "")] if apart else []),
    )


def _customer(row: AgingRow, names: Mapping[str, str], by: str) -> Markup:
    if not row.customer:
        return tag("em", UNKNOWN_PAYER if by == BY_CUSTOMER.name else f"No {by}")
    name = names.get(row.customer, "")
    if not name or name == row.customer:
        return tag("bdi", row.customer)
    return join(tag("bdi", name), " ", tag("bdi", row.customer, class_="id"))


def _cell(value: Money, locale: str, class_: str) -> Markup:
    said = amount(value, locale) if value else "\u2013"
    kind = "" if value.minor > 0 else "credit" if value else "nil"
    classes = " ".join(filter(None, (class_, kind)))
    return tag("td", said, class_=classes) if classes else tag("td", said)
