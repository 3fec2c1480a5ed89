"""When a CII document is due: in words, as a day, in parts and with discounts (BT-9, BT-20)."""

from datetime import date
from typing import Any

from otcore.adapters.cii.payment_terms import read_terms
from otcore.adapters.cii.reading.cursor import CiiCursor
from otcore.adapters.cii.specification import follows_xrechnung
from otcore.adapters.payment_terms.stated import StatedTerms, discounts_of, instalments_of, note_of
from otcore.adapters.payment_terms.xrechnung import note_and_offers
from otcore.adapters.xml.records import each
from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.values.terms import DiscountOffer

_TERMS = "ram:SpecifiedTradePaymentTerms"
_DUE = "ram:DueDateDateTime/udt:DateTimeString"
_PART = "ram:PartialPaymentAmount"
_OFF = "ram:ApplicableTradePaymentDiscountTerms"
_PERCENT = f"{_OFF}/ram:CalculationPercent"
_UNTIL = (f"{_OFF}/ram:BasisDateTime/udt:DateTimeString", f"{_OFF}/ram:BasisPeriodMeasure")


def read_payment_terms(settlement: CiiCursor, issued: date, customization: str, payable: Money) -> dict[str, Any]:
    """The due day is the one that is stated without a part of the amount; by XRechnung the words hold discounts.

    What no field holds stays unread: a second such day, a part without its day, a discount without its last day.
    """
    groups = settlement.children(_TERMS)
    whole = next((group for group in groups if group.peek(_DUE) and not group.peek(_PART)), None)
    due = None if whole is None else whole.day(_DUE)
    stated = each(groups, lambda group: _stated(group, whole, issued, payable.currency))
    note, discounts = note_of(stated), discounts_of(stated, payable)
    if follows_xrechnung(customization):
        note, offers = _worded(settlement, note, issued, payable)
        discounts = (*discounts, *offers)
    return {"due": due, "terms_note": note, "instalments": instalments_of(stated, payable), "discounts": discounts}


def _stated(group: CiiCursor, whole: CiiCursor | None, issued: date, currency: str) -> StatedTerms:
    """All that the group says, where all of it is complete; else its words alone."""
    due, part, percent = group.peek(_DUE), group.peek(_PART), group.peek(_PERCENT)
    alone = bool(due) and not part and (whole is None or group.element is not whole.element)
    partly = bool(part) and not due
    open_end = bool(percent) and not any(group.peek(path) for path in _UNTIL)
    if alone or partly or open_end or (part and percent):
        return StatedTerms(note=group.notes("ram:Description"))
    return read_terms(group, issued, currency)


def _worded(settlement: CiiCursor, note: str, issued: date, payable: Money) -> tuple[str, tuple[DiscountOffer, ...]]:
    try:
        return note_and_offers(note, issued, payable)
    except Invalid as error:
        raise settlement.placed(error) from None
