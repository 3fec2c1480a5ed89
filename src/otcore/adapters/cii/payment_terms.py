"""`ram:SpecifiedTradePaymentTerms` of CII (D16B), written and read.

The EN 16931 profile of Factur-X has the description, the due date and the direct debit mandate, in one group; the
EXTENDED profile has partial payments and discounts too, in as many groups as it takes.
"""

import re
from datetime import date
from decimal import Decimal

from otcore.adapters.payment_terms.stated import StatedTerms
from otcore.adapters.xml.records import RecordCursor, number
from otcore.adapters.xml.writing import Element, group, leaf
from otcore.values.calendar import MONDAY_TO_FRIDAY
from otcore.values.decimals import plain
from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.terms import DueStep

_DAY_FORMAT = "102"
"""UN/EDIFACT 2379: CCYYMMDD."""

_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_DAYS, _WEEKS, _MONTHS = "DAY", "WEE", "MON"
"""UN/ECE Recommendation 20: units of a period."""


def write_terms(terms: StatedTerms, issued: date, mandate: str = "") -> Element | None:
    """The group, in the order of its schema; `mandate`: the direct debit's (BT-89). A discount counts from `issued`."""
    return group(
        "ram:SpecifiedTradePaymentTerms",
        leaf("ram:Description", terms.note),
        _day("ram:DueDateDateTime", terms.due),
        leaf("ram:DirectDebitMandateID", mandate),
        _amount("ram:PartialPaymentAmount", terms.amount),
        _discount(terms, issued),
    )


def read_terms(terms: RecordCursor, issued: date, currency: str) -> StatedTerms:
    """What the group says. Amounts are in `currency` unless they name one; a discount without a day is from `issued`.

    Raises `Invalid` with every fault found: DATE_FORMAT, PERIOD_UNIT, TERMS_STEP beyond ten years, and the codes of
    `Money` and `Percentage`. The mandate stays unread, for whoever reads how to pay.
    """
    off = "ram:ApplicableTradePaymentDiscountTerms"
    return terms.record(
        StatedTerms,
        note=lambda: terms.notes("ram:Description"),
        due=lambda: _read_day(terms, "ram:DueDateDateTime"),
        amount=lambda: _read_amount(terms, "ram:PartialPaymentAmount", currency),
        discount_percent=lambda: terms.value(f"{off}/ram:CalculationPercent", lambda said: Percentage(number(said))),
        discount_until=lambda: _read_until(terms.child(off), issued),
        discount_base=lambda: _read_amount(terms, f"{off}/ram:BasisAmount", currency),
        discount_amount=lambda: _read_amount(terms, f"{off}/ram:ActualDiscountAmount", currency),
    )


def _read_until(discount: RecordCursor | None, issued: date) -> date | None:
    """The reference day moved by the period; no day where neither is stated."""
    if discount is None:
        return None
    start = _read_day(discount, "ram:BasisDateTime")
    period = discount.child("ram:BasisPeriodMeasure")
    if period is None:
        return start
    step = period.record(_step, count=lambda: period.number(""), unit=lambda: period.attribute("unitCode"))
    return step.moved(start or issued, MONDAY_TO_FRIDAY)


def _step(count: Decimal, unit: str) -> DueStep:
    names = {"": "days", _DAYS: "days", _WEEKS: "weeks", _MONTHS: "months"}
    if unit not in names or count != count.to_integral_value():
        raise Invalid.one("PERIOD_UNIT", f"{count} {unit[:10]!a} is no number of days, weeks or months", unit=unit[:10])
    return DueStep(**{names[unit]: int(count)})


def _read_day(cursor: RecordCursor, path: str) -> date | None:
    said = cursor.child(f"{path}/udt:DateTimeString")
    if said is None:
        return None
    said.attribute("format")
    return said.value("", _day_of)


def _day_of(text: str) -> date:
    found = _DAY.fullmatch(text)
    try:
        return date(*map(int, found.groups() if found else ()))
    except (TypeError, ValueError):
        raise Invalid.one("DATE_FORMAT", f"{text[:40]!a} is not a day like 20260331", value=ascii(text[:40])) from None


def _read_amount(cursor: RecordCursor, path: str, currency: str) -> Money | None:
    found = cursor.child(path)
    if found is None:
        return None
    of = found.attribute("currencyID") or currency
    return found.value("", lambda said: Money(number(said), of))


def _discount(terms: StatedTerms, issued: date) -> Element | None:
    until, percent = terms.discount_until, terms.discount_percent
    days = None if until is None else str((until - issued).days)
    return group(
        "ram:ApplicableTradePaymentDiscountTerms",
        None if until is None else _day("ram:BasisDateTime", issued),
        None if days is None else leaf("ram:BasisPeriodMeasure", days, unitCode=_DAYS),
        _amount("ram:BasisAmount", terms.discount_base),
        None if percent is None else leaf("ram:CalculationPercent", plain(percent.value)),
        _amount("ram:ActualDiscountAmount", terms.discount_amount),
    )


def _day(name: str, value: date | None) -> Element | None:
    return None if value is None else group(name, leaf("udt:DateTimeString", f"{value:%Y%m%d}", format=_DAY_FORMAT))


def _amount(name: str, value: Money | None) -> Element | None:
    return None if value is None else leaf(name, f"{value.amount:f}")
