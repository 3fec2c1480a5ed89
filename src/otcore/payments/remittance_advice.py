"""A remittance advice: a payer's own list of what a payment is for, document by document.

The facts are those of UN/CEFACT REMADV and ANSI X12 820: which payment (reference, day, total), and of each document
how much was paid, which discount was taken and what was deducted, and why.
"""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from otcore.values.faults import Fault, Invalid
from otcore.values.money import Money


@frozen(kw_only=True)
class AdviceLine:
    """What a payer says of one document.

    `document`: its number, as the payer writes it; empty for an amount that is about none. `paid`: cash, negative for
    a credit that is taken; `discount` and `deduction` were taken off, `reason` says why. `order`: the payer's own order
    number; `stated`, `issued`: the amount and day of the document, as the payer has them.
    """

    document: str
    paid: Money
    discount: Money | None = None
    deduction: Money | None = None
    reason: str = ""
    order: str = ""
    stated: Money | None = None
    issued: date | None = None


@frozen(kw_only=True)
class RemittanceAdvice:
    """A payer's explanation of one payment of `total`.

    `id`: the payer's number of the advice. `payment_reference`: what the payment carries too (end-to-end id, trace or
    cheque number); `other_references`: further ones. `day`: when it is paid.
    """

    id: str
    payer: str
    payment_reference: str
    day: date
    total: Money
    lines: tuple[AdviceLine, ...]
    payer_account: str = ""
    other_references: tuple[str, ...] = ()

    def check(self) -> None:
        """Raise `Invalid` with everything in which the advice contradicts itself.

        REMITTANCE_LINES: it has none. REMITTANCE_CURRENCY: an amount in another currency than the total.
        REMITTANCE_DOCUMENT: a line about no document that says no reason either. REMITTANCE_TAKEN: a discount or a
        deduction that adds to what was paid. REMITTANCE_SUM: the lines do not come to the total.
        """
        faults = tuple(self._faults())
        if faults:
            raise Invalid(*faults)

    def _faults(self) -> Iterator[Fault]:
        if not self.lines:
            yield Fault("REMITTANCE_LINES", "an advice says of at least one document what was paid", "/lines")
            return
        known = [fault for number, line in enumerate(self.lines) for fault in self._of_line(f"/lines/{number}", line)]
        yield from known
        if not any(fault.code == "REMITTANCE_CURRENCY" for fault in known):
            yield from self._of_sum()

    def _of_line(self, path: str, line: AdviceLine) -> Iterator[Fault]:
        amounts = {"paid": line.paid, "discount": line.discount, "deduction": line.deduction, "stated": line.stated}
        for name, amount in amounts.items():
            if amount is not None and amount.currency != self.total.currency:
                message = f"{amount} is not in the currency of the payment, {self.total.currency}"
                yield Fault("REMITTANCE_CURRENCY", message, f"{path}/{name}")
        if not line.document and not line.order and not line.reason:
            yield Fault("REMITTANCE_DOCUMENT", "it names no document, no order and no reason", f"{path}/document")
        for name in ("discount", "deduction"):
            taken = amounts[name]
            if taken is not None and taken.minor * (-1 if line.paid.minor < 0 else 1) < 0:
                yield Fault("REMITTANCE_TAKEN", f"{taken} adds to what was paid, {line.paid}", f"{path}/{name}")

    def _of_sum(self) -> Iterator[Fault]:
        paid = sum(line.paid.minor for line in self.lines)
        if paid != self.total.minor:
            said = Money.from_minor(paid, self.total.currency)
            facts = {"lines": str(said), "total": str(self.total)}
            yield Fault("REMITTANCE_SUM", f"the lines come to {said}, not to {self.total}", "/total", facts)
