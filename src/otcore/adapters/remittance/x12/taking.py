"""What each segment of an 820 says: each function takes one and answers whether nothing is left to be kept aside."""

from collections.abc import Callable, Iterable, Mapping

from otcore.adapters.remittance.x12.payment import Line820, Payment820
from otcore.adapters.remittance.x12.segments import Segment
from otcore.adapters.remittance.x12.values import day_in, money_in
from otcore.values.currencies import digits
from otcore.values.faults import Invalid

_PAYER = "PR"
_ORDER = "PO"
_OF_DOCUMENT = "003"
_DEBIT = "D"


def take(payment: Payment820, segment: Segment) -> None:
    """The next segment. Raises `Invalid` when it is wrong."""
    taken = _TAKERS.get(segment.name)
    if taken is None or not taken(payment, segment):
        payment.aside.append(segment.text)


def currency_of(segments: Iterable[Segment], usual: str) -> str:
    """The currency that a CUR segment names. Raises `Invalid` CURRENCY_UNKNOWN at its place."""
    for segment in segments:
        if segment.name == "CUR":
            try:
                digits(segment.get(2))
            except Invalid as error:
                raise segment.fault(error.faults[0].code, error.faults[0].message, 2) from None
            return segment.get(2)
    return usual


def _begin(payment: Payment820, segment: Segment) -> bool:
    if segment.get(3) == _DEBIT:
        raise segment.fault("X12_KIND", "this is a debit: the payee collects", 3)
    segment.need(2)
    payment.begin = segment
    payment.total = money_in(segment, 2, payment.currency)
    payment.day = day_in(segment, 16) or payment.day
    payment.account = segment.get(9)
    return True


def _trace(payment: Payment820, segment: Segment) -> bool:
    payment.references.append(segment.need(2))
    return True


def _reference(payment: Payment820, segment: Segment) -> bool:
    line = payment.current
    if payment.header:
        payment.references.append(segment.need(2))
    elif line and segment.get(1) == _ORDER:
        line.order = segment.need(2)
    elif line and line.alone and not line.document:
        line.document = segment.get(2)
    else:
        return False
    return True


def _date(payment: Payment820, segment: Segment) -> bool:
    if payment.header and payment.day is None:
        payment.day = day_in(segment, 2)
    elif payment.current and segment.get(1) == _OF_DOCUMENT:
        payment.current.issued = day_in(segment, 2)
    else:
        return False
    return True


def _name(payment: Payment820, segment: Segment) -> bool:
    if segment.get(1) != _PAYER or payment.payer:
        return False
    payment.payer = segment.get(2) or segment.get(4)
    return True


def _entity(payment: Payment820, segment: Segment) -> bool:
    payment.header, payment.current = False, None
    return len(segment.elements) <= 1  # beyond its number it says who is meant


def _item(payment: Payment820, segment: Segment) -> bool:
    segment.need(4)
    paid = money_in(segment, 4, payment.currency)
    assert paid is not None  # it is there
    is_order = segment.get(1) == _ORDER
    line = Line820(
        segment=segment,
        document="" if is_order else segment.get(2),
        order=segment.get(2) if is_order else "",
        paid=paid,
        stated=money_in(segment, 5, payment.currency),
        discount=money_in(segment, 6, payment.currency) or None,
    )
    action = segment.get(3) or ("" if segment.get(2) else "on account")
    line.reasons += [f"RMR {said}" for said in (action, segment.get(7)) if said]
    payment.lines.append(line)
    payment.header, payment.current = False, line
    return not segment.get(8)  # interest and the like


def _adjustment(payment: Payment820, segment: Segment) -> bool:
    segment.need(1)
    amount = money_in(segment, 1, payment.currency)
    assert amount is not None  # it is there
    reason = " ".join(("ADX", segment.need(2), segment.get(4))).strip()
    line = payment.current
    payment.header = False
    if line is None or line.alone:
        alone = Line820(segment, segment.get(4), "", amount, reasons=[reason], alone=True)
        payment.lines.append(alone)
        payment.current = alone
        return True
    line.adjusted += amount.minor
    line.reasons.append(reason)
    return (amount.minor < 0) is not (line.paid.minor < 0)  # it lessens what is paid


def _currency(payment: Payment820, segment: Segment) -> bool:
    return segment.get(2) == payment.currency


_TAKERS: Mapping[str, Callable[[Payment820, Segment], bool]] = {
    "ADX": _adjustment,
    "BPR": _begin,
    "CUR": _currency,
    "DTM": _date,
    "ENT": _entity,
    "N1": _name,
    "REF": _reference,
    "RMR": _item,
    "TRN": _trace,
}
"""What takes a segment; it answers whether nothing of it is left to be kept aside."""
