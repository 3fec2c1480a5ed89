"""The state of a receipt: money that came in, and where it stands."""

from datetime import date

from attrs import frozen

from otcore.payments.allocation import Allocation
from otcore.payments.decided import Decided
from otcore.payments.receipt_events import ReceiptRefunded
from otcore.payments.statement import BankTransaction
from otcore.receivables.set_off import Use
from otcore.values.facets import Facets
from otcore.values.fast_init import fast_init
from otcore.values.money import Money, total


@fast_init
@frozen
class Receipt:
    """Money in. Law: unapplied = amount - all that is allocated, returned or refunded; 0 <= unapplied <= amount.

    `customer` is empty while the payer is unknown. `rule` and `reason` say by which rule it was applied, or why
    something is left; `decided` says the whole of it. `uses`: credits that were used together with it. `on_account`:
    what is left stays there on purpose. `taken_off`: items that a person took it off; no rule puts it on them again.
    `returned`: what the bank took back; `refunded`: what was paid back. `payout`: the gateway whose payout it is; then
    none of it is new money.
    """

    id: str
    statement: str
    account: str
    transaction: BankTransaction
    unapplied: Money
    customer: str = ""
    allocations: tuple[Allocation, ...] = ()
    rule: str = ""
    reason: str = ""
    rivals: tuple[str, ...] = ()
    uses: tuple[Use, ...] = ()
    on_account: bool = False
    returned: Money | None = None
    taken_off: tuple[str, ...] = ()
    decided: Decided | None = None
    refunded: tuple[ReceiptRefunded, ...] = ()
    payout: str = ""

    @property
    def amount(self) -> Money:
        """All that came in."""
        return self.transaction.amount

    @property
    def kept(self) -> Money:
        """What of it did not go back; of a payout nothing, for its captures are receipts themselves."""
        if self.payout:
            return Money.zero(self.amount.currency)
        refunds = total((each.amount for each in self.refunded), self.amount.currency)
        return self.amount - refunds if self.returned is None else self.amount - refunds - self.returned

    @property
    def day(self) -> date:
        """The day the bank booked it."""
        return self.transaction.booked


def facets(receipt: Receipt) -> Facets:
    """Found by customer, statement, where the money stands (`standing`), and booking day."""
    return Facets(receipt.customer, receipt.statement, standing(receipt), receipt.day)


def standing(receipt: Receipt) -> str:
    """Where the money stands: `applied`, all of it; `returned` or `refunded`, where it went back; `payout`, where it is
    a gateway's; and what is left: `on account` on purpose, `unapplied` where only the customer is known, or
    `unidentified`.
    """
    if not receipt.unapplied:
        return _gone(receipt)
    if not receipt.customer:
        return "unidentified"
    return "on account" if receipt.on_account else "unapplied"


def _gone(receipt: Receipt) -> str:
    if receipt.payout:
        return "payout"
    if receipt.kept:
        return "applied"
    return "returned" if receipt.returned else "refunded"
