"""The restocking fee: what the seller keeps of the credit for goods that come back."""

from attrs import frozen

from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.percentage import Percentage


@frozen(kw_only=True)
class RestockingFee:
    """A part of what is to be credited, an amount for the whole return, or both; tax included as the credit is."""

    percent: Percentage | None = None
    amount: Money | None = None

    def until(self, value: Money) -> Money:
        """The fee on all that is to be credited so far, rounded half up; never more than that.

        What a receipt of goods costs is the difference of two of these, so that however the goods come back, in one go
        or in parts, the fee is the same.
        """
        part = Money.zero(value.currency)
        if self.percent is not None:
            part += Money.rounded(self.percent.of(value.amount), value.currency)
        if self.amount is not None:
            part += self.amount
        return max(min(part, value), Money.zero(value.currency))

    def check(self, return_id: str, currency: str) -> None:
        """Refused: `FEE_CURRENCY`, `FEE_NEGATIVE`."""
        if self.amount is None:
            return
        if self.amount.currency != currency:
            raise Rejected("FEE_CURRENCY", return_id=return_id, fee=self.amount.currency, order=currency)
        if self.amount.minor < 0:
            raise Rejected("FEE_NEGATIVE", return_id=return_id, fee=str(self.amount))


NO_FEE = RestockingFee()
"""All is credited."""
