"""What a gateway in memory knows of one payment, and what it would decline."""

from collections.abc import Callable, Mapping

from attrs import define, field

from otcore.payments.gateway.answers import Asked, Outcome, Told
from otcore.payments.gateway.operation import Doing
from otcore.values.money import Money, total


@define
class Account:
    """All that was done and declined for a payment, the first first."""

    currency: str
    done: list[Told] = field(factory=list)

    def sum(self, *doing: Doing) -> Money:
        """What its effects of these sorts come to."""
        effects = (each for each in self.done if each.outcome is Outcome.DONE)
        return total((each.amount for each in effects if each.doing in doing), self.currency)

    def refusal(self, doing: Doing, asked: Asked) -> str:
        """Why an operation is declined; "" when it is done."""
        if asked.amount.currency != self.currency:
            return "currency_differs"
        return _REFUSALS[doing](self, asked.amount)


def _authorise(account: Account, amount: Money) -> str:
    return "authorised_before" if account.sum(Doing.AUTHORISE) else ""


def _capture(account: Account, amount: Money) -> str:
    voided = account.sum(Doing.VOID)
    left = account.sum(Doing.AUTHORISE) - account.sum(Doing.CAPTURE) - voided
    return "not_authorised" if amount > left else ""


def _refund(account: Account, amount: Money) -> str:
    left = account.sum(Doing.CAPTURE) - account.sum(Doing.REFUND, Doing.CHARGEBACK)
    return "more_than_captured" if amount > left else ""


def _void(account: Account, amount: Money) -> str:
    if account.sum(Doing.CAPTURE):
        return "captured_before"
    return "not_authorised" if account.sum(Doing.VOID) or not account.sum(Doing.AUTHORISE) else ""


_REFUSALS: Mapping[Doing, Callable[[Account, Money], str]] = {
    Doing.AUTHORISE: _authorise,
    Doing.CAPTURE: _capture,
    Doing.REFUND: _refund,
    Doing.CHARGEBACK: _refund,
    Doing.VOID: _void,
}
