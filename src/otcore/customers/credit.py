"""The credit account: what a customer may owe, and how much of it open orders, deliveries and invoices use."""

from attrs import frozen

from otcore.values.facets import Facets
from otcore.values.fast_init import fast_init
from otcore.values.money import Money


@fast_init
@frozen
class CreditAccount:
    """One per customer, in the agreed currency, tax included. `limit` None: no limit.

    Exposure is what is ordered and not shipped, shipped and not invoiced, invoiced and not paid. Held orders do not
    count.
    """

    customer: str
    limit: Money | None
    orders: Money
    deliveries: Money
    invoices: Money

    @property
    def exposure(self) -> Money:
        """Everything the customer owes or is about to owe."""
        return self.orders + self.deliveries + self.invoices


@frozen
class CreditOpened:
    """A credit account exists from now on."""

    customer: str
    limit: Money | None
    zero: Money


@fast_init
@frozen
class ExposureMoved:
    """A document moved value: each amount is what its stage gained (negative: lost)."""

    document: str
    orders: Money
    deliveries: Money
    invoices: Money


@frozen
class CreditCheck:
    """The answer of a check and the figures it rests on; `code` is empty when the value fits."""

    code: str
    exposure: Money
    value: Money
    limit: Money | None


def opened(customer: str, limit: Money | None, currency: str) -> tuple[CreditOpened, ...]:
    """The facts that open an account."""
    return (CreditOpened(customer, limit, Money.zero(currency)),)


def check(account: CreditAccount, value: Money) -> CreditCheck:
    """Static limit: does this much more fit? `CREDIT_LIMIT_EXCEEDED` when exposure + value > limit."""
    exposure = account.exposure
    fits = account.limit is None or exposure + value <= account.limit
    return CreditCheck("" if fits else "CREDIT_LIMIT_EXCEEDED", exposure, value, account.limit)


def moved(
    document: str,
    *,
    orders: Money | None = None,
    deliveries: Money | None = None,
    invoices: Money | None = None,
    currency: str,
) -> tuple[ExposureMoved, ...]:
    """The fact that a document moved value between the stages."""
    zero = Money.zero(currency)
    return (ExposureMoved(document, orders or zero, deliveries or zero, invoices or zero),)


def evolve(account: CreditAccount | None, event: CreditOpened | ExposureMoved) -> CreditAccount:
    """The account after one fact."""
    if isinstance(event, CreditOpened):
        return CreditAccount(event.customer, event.limit, event.zero, event.zero, event.zero)
    assert account is not None, "an account is opened before value moves on it"
    return CreditAccount(
        account.customer,
        account.limit,
        account.orders + event.orders,
        account.deliveries + event.deliveries,
        account.invoices + event.invoices,
    )


def facets(account: CreditAccount) -> Facets:
    """Found by customer."""
    return Facets(party=account.customer)
