"""`cac:PaymentTerms` of UBL 2.1, written and read.

EN 16931 uses the note only (BT-20), once; its UBL binding warns of everything else here (UBL-CR-456 to -466), so the
structured groups are for documents of other profiles.
"""

from decimal import Decimal

from otcore.adapters.payment_terms.stated import StatedTerms
from otcore.adapters.ubl.common_writing import amount, day, percent
from otcore.adapters.ubl.reading import UblCursor
from otcore.adapters.ubl.writing import Element, group, leaf
from otcore.values.money import Money
from otcore.values.percentage import Percentage


def write_terms(terms: StatedTerms) -> Element | None:
    """The group, in the order of its schema; nothing where nothing is said."""
    return group(
        "cac:PaymentTerms",
        leaf("cbc:Note", terms.note),
        percent("cbc:SettlementDiscountPercent", _number(terms.discount_percent)),
        percent("cbc:PaymentPercent", _number(terms.percent)),
        amount("cbc:Amount", terms.discount_base if terms.amount is None else terms.amount),
        amount("cbc:SettlementDiscountAmount", terms.discount_amount),
        day("cbc:PaymentDueDate", terms.due),
        group("cac:SettlementPeriod", day("cbc:EndDate", terms.discount_until)),
    )


def read_terms(terms: UblCursor) -> StatedTerms:
    """What the group says. Raises `Invalid` with every fault found; what no field holds stays unread."""
    discounted = terms.child("cbc:SettlementDiscountPercent") is not None
    stated = "discount_base" if discounted else "amount"
    return terms.record(
        StatedTerms,
        note=lambda: terms.notes("cbc:Note"),
        due=lambda: terms.day("cbc:PaymentDueDate") or terms.day("cbc:InstallmentDueDate"),
        percent=lambda: _percentage(terms, "cbc:PaymentPercent"),
        discount_percent=lambda: _percentage(terms, "cbc:SettlementDiscountPercent"),
        discount_until=lambda: terms.day("cac:SettlementPeriod/cbc:EndDate"),
        discount_amount=lambda: _money(terms, "cbc:SettlementDiscountAmount"),
        **{stated: lambda: _money(terms, "cbc:Amount")},
    )


def _number(percentage: Percentage | None) -> Decimal | None:
    return None if percentage is None else percentage.value


def _percentage(terms: UblCursor, path: str) -> Percentage | None:
    return Percentage(terms.percentage(path)) if terms.child(path) is not None else None


def _money(terms: UblCursor, path: str) -> Money | None:
    return terms.money(path) if terms.child(path) is not None else None
