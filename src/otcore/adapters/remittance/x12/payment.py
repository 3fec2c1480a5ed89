"""One 820 that is being read, segment by segment.

Source: ASC X12 004010, transaction set 820 and its segments; X12 notes on RMR: RMR04 is the amount paid, RMR05 the
amount of the document, RMR06 the discount taken. Loops: N1 and then ENT; in ENT, ADX, then RMR with its REF, DTM, ADX.
"""

from datetime import date

from attrs import Factory, define

from otcore.adapters.remittance.x12.envelope import TransactionSet
from otcore.adapters.remittance.x12.segments import Segment
from otcore.payments.remittance_advice import AdviceLine, RemittanceAdvice
from otcore.values.faults import Fault, Invalid
from otcore.values.money import Money


@define
class Line820:
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
    lines: list[Line820] = Factory(list)
    current: Line820 | None = None
    header: bool = True
    aside: list[str] = Factory(list)

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

    def _line(self, line: Line820, before: bool) -> AdviceLine:
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
