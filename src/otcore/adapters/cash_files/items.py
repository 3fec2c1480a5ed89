"""Open items from a file."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from otcore.adapters.cash_files.columns import AS_IT_SAYS, ITEMS, Layout
from otcore.adapters.cash_files.reading import Shape, Taken, read
from otcore.adapters.cash_files.record import Record, one_text
from otcore.reconciliation.open_item import OpenItem
from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.terms import DiscountOffer

_CREDITS = frozenset({"credit", "credit note", "credit_note", "creditnote", "381", "cn"})
_NO_DAY = date(1900, 1, 1)
_DAYS = 3650
Terms = tuple[int | None, Percentage | None]


def read_open_items(data: bytes, layout: Layout = AS_IT_SAYS) -> Taken[OpenItem]:
    """Open items: `number`, `customer`, `open` or `amount`, `issued`, and what else a file says of them.

    A credit is negative, or says so by its type. Faults have the line and the column; ITEM_TWICE for an id that comes
    again. Raises `Invalid` for a file that cannot be told apart.
    """
    return read(data, _ITEMS, layout)


def _item(record: Record) -> OpenItem:
    amount, left = _amounts(record)
    issued = record.day("issued", _NO_DAY)
    return OpenItem(
        id=record.id("id", record.id("number")),
        customer=record.id("customer"),
        number=record.id("number", record.id("id")),
        amount=amount,
        open=left,
        issued=issued,
        due=record.day("due", issued),
        reference=record.name("reference"),
        orders=record.several("orders"),
        discounts=_discounts(record, issued, amount),
    )


def _amounts(record: Record) -> tuple[Money, Money]:
    """What it came in with and what is open of it; a credit is negative in both."""
    currency, nothing = record.currency(), Money.from_minor(0, "XXX")
    amount = record.money("amount", currency, nothing)
    left = record.money("open", currency, amount)
    amount = amount if record.has("amount") else left
    if record.name("type").casefold() in _CREDITS:
        amount, left = -abs(amount), -abs(left)
    if not _within(left, amount):
        raise Invalid.one("OPEN_EXCEEDS", f"{left} cannot be open of {amount}")
    return amount, left


def _within(left: Money, amount: Money) -> bool:
    if left.currency != amount.currency:
        return False
    return 0 <= left.minor <= amount.minor or amount.minor <= left.minor <= 0


def _discounts(record: Record, issued: date, amount: Money) -> tuple[DiscountOffer, ...]:
    """What may be taken off for paying early: percent and days, or percent and the last day."""
    nothing: Terms = (None, None)
    days, percent = record.take("terms", _terms, nothing)
    percent = record.take("discount_percent", percentage, percent)
    days = record.take("discount_days", _days, days)
    if percent is None or record.faults:
        return ()
    last = record.day("discount_until", _NO_DAY if days is None else issued + timedelta(days))
    if last == _NO_DAY:
        raise Invalid.one("FIELD_MISSING", "a discount has discount_days or discount_until")
    off = Money.rounded(percent.of(amount.amount), amount.currency)
    return (DiscountOffer(last, percent, amount, off),)


def _terms(value: Any) -> Terms:
    if isinstance(value, dict) and set(value) == {"days", "pct"}:
        return _days(value["days"]), percentage(value["pct"])
    raise Invalid.one("TERMS_FORMAT", 'terms are {"days": 14, "pct": "2"}')


def percentage(value: Any) -> Percentage:
    """A percentage; a JSON number is taken as it is written. Raises `Invalid` TEXT_EXPECTED and as `Percentage`."""
    return Percentage(str(Decimal(repr(value)))) if isinstance(value, float) else Percentage(one_text(value))


def _days(value: Any) -> int:
    told = one_text(value)
    if not (told.isascii() and told.isdigit() and int(told) <= _DAYS):
        raise Invalid.one("DAYS_FORMAT", f"{told[:40]!a} is not a number of days up to {_DAYS}")
    return int(told)


_NEEDED = (("number", "id"), ("customer",), ("open", "amount"), ("issued",))
_ITEMS = Shape(
    ITEMS, _item, lambda item: item.id, frozenset({"open", "currency", "terms", "po", "ref"}), "ITEM_TWICE", _NEEDED
)
