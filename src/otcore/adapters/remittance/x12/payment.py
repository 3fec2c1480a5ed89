"""One 820 that is being read, segment by segment.

Source: ASC X12 004010, transaction set 820 and its segments; X12 notes on RMR: RMR04 is the amount paid, RMR05 the
amount of the document, RMR06 the discount taken. Loops: N1 and then ENT; in ENT, ADX, then RMR with its REF, DTM, ADX.
"""

from collections.abc import Callable, Mapping
from datetime import date

from attrs import Factory, define

from otcore.adapters.remittance.x12.envelope import TransactionSet
from otcore.adapters.remittance.x12.segments import Segment
from otcore.adapters.remittance.x12.values import day_in, money_in
from otcore.payments.remittance_advice import AdviceLine, RemittanceAdvice
from otcore.values.currencies import digits
from otcore.values.faults import Fault, Invalid
from otcore.values.money import Money

_PAYER = "PR"
_ORDER = "PO"
_OF_DOCUMENT = "003"
_DEBIT = "D"


@define
class _Line:
    """A line so far: the segment it began with, and what its adjustments come to."""

    segment: Segment
    document: str
    order: str
    paid: Money
    stated: Money | None = None
    discount: Money | None = None
    issued: date | None = None
    adjusted: int = 0
    reasons: list[str] = Factory(list)
    alone: bool = False


@define
class Payment820:
    """What is known of the payment so far."""

    envelope: TransactionSet
    currency: str
    begin: Segment | None = None
    total: Money | None = None
    day: date | None = None
    account: str = ""
    payer: str = ""
    references: list[str] = Factory(list)
    lines: list[_Line] = Factory(list)
    current: _Line | None = None
    header: bool = True
    aside: list[str] = Factory(list)

    def take(self, segment: Segment) -> None:
        """The next segment. Raises `Invalid` when it is wrong."""
        taken = _TAKERS.get(segment.name)
        if taken is None or not taken(self, segment):
            self.aside.append(segment.text)

    def advice(self) -> RemittanceAdvice:
        """All of it. Raises `Invalid` X12_ELEMENT without BPR or a day, and what `check` refuses, at its segment."""
        if self.begin is None or self.total is None:
            raise self.envelope.st.fault("X12_ELEMENT", "there is no BPR segment")
        if self.day is None:
            raise self.begin.fault("X12_ELEMENT", "the day of the payment is missing here and in DTM", 16)
        isa, st = self.envelope.isa, self.envelope.st
        advice = RemittanceAdvice(
            id=f"{isa.get(6)}/{isa.get(13)}/{st.get(2)}",
            payer=self.payer or self.envelope.gs.get(2),
            payment_reference=self.references[0] if self.references else "",
            day=self.day,
            total=self.total,
            lines=tuple(self._line(line, self._before_adjustments) for line in self.lines),
            payer_account=self.account,
            other_references=tuple(self.references[1:]),
        )
        try:
            advice.check()
        except Invalid as error:
            raise Invalid(*map(self._placed, error.faults)) from None
        return advice

    @property
    def _before_adjustments(self) -> bool:
        """Whether only with their adjustments the lines come to the total."""
        paid, adjusted = (
            sum(each) for each in zip((0, 0), *((line.paid.minor, line.adjusted) for line in self.lines), strict=True)
        )
        return self.total is not None and paid != self.total.minor == paid + adjusted

    def _line(self, line: _Line, before: bool) -> AdviceLine:
        paid = Money.from_minor(line.paid.minor + (line.adjusted if before else 0), line.paid.currency)
        taken = -line.adjusted
        return AdviceLine(
            document=line.document,
            paid=paid,
            discount=line.discount,
            deduction=Money.from_minor(taken, paid.currency) if taken * (-1 if paid.minor < 0 else 1) > 0 else None,
            reason=" ".join(dict.fromkeys(line.reasons)),
            order=line.order,
            stated=line.stated,
            issued=line.issued,
        )

    def _placed(self, fault: Fault) -> Fault:
        """The fault at the segment that it is about."""
        _, place, number, *_ = (*fault.path.split("/"), "", "")
        segment = self.lines[int(number)].segment if place == "lines" and number else self.begin
        assert segment is not None  # `advice` asks for it first
        (placed,) = segment.fault(fault.code, fault.message).faults
        return placed


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
    line = _Line(
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
        alone = _Line(segment, segment.get(4), "", amount, reasons=[reason], alone=True)
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


def currency_of(segments: tuple[Segment, ...], usual: str) -> str:
    """The currency that a CUR segment names. Raises `Invalid` CURRENCY_UNKNOWN at its place."""
    for segment in segments:
        if segment.name == "CUR":
            try:
                digits(segment.get(2))
            except Invalid as error:
                raise segment.fault(error.faults[0].code, error.faults[0].message, 2) from None
            return segment.get(2)
    return usual
