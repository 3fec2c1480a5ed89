"""The credit account: what customers may owe, and how much of it open orders, deliveries and invoices use."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_args

from attrs import frozen

from otcore.customers.credit import events as e
from otcore.customers.credit import limit_change as d
from otcore.customers.credit.limit import TemporaryLimit, check_limit
from otcore.customers.credit.schedule import Scheduled, rescheduled
from otcore.customers.customer import Customer
from otcore.values.facets import Facets
from otcore.values.fast_init import changed, fast_init
from otcore.values.money import Money


@fast_init
@frozen
class CreditAccount:
    """One per customer, or shared by several (a parent's, a group's). All in the agreed currency, tax included.

    `customer` is the account's id. `limit` None: no limit. Exposure is what is ordered and not shipped, shipped and
    not invoiced, invoiced and not paid, and `other` liabilities. Held orders do not count. `scheduled`: the part of
    `orders` that is wanted on known days. `valid_until`: the limit's last day. `insured`: the part an insurer carries.
    `blocked`: why nothing more is sold on credit; empty: it is. `prepayment`: orders are covered by money that is
    there. `risk_class`: the checks it is under. `review_by`: the day by which somebody has to look at it.
    `terms_changed`: since when payment terms are new and not looked at. `members`: customers that share it.
    `waiting`: a rise that a second person has to approve; `limit_changes`: how many have been proposed.
    """

    customer: str
    limit: Money | None
    orders: Money
    deliveries: Money
    invoices: Money
    other: Money | None = None
    scheduled: tuple[Scheduled, ...] = ()
    valid_until: date | None = None
    temporary: TemporaryLimit | None = None
    insured: Money | None = None
    blocked: str = ""
    prepayment: bool = False
    risk_class: str = ""
    review_by: date | None = None
    dunning: int = 0
    terms_changed: date | None = None
    members: tuple[str, ...] = ()
    limit_changes: int = 0
    waiting: d.LimitChange | None = None

    @property
    def id(self) -> str:
        """What commands on credit call `account`; not always the id of the customer that uses it."""
        return self.customer

    @property
    def exposure(self) -> Money:
        """Everything the customer owes or is about to owe."""
        used = self.orders + self.deliveries + self.invoices
        return used if self.other is None else used + self.other

    @property
    def currency(self) -> str:
        """What all of it is counted in."""
        return self.orders.currency

    @property
    def customers(self) -> tuple[str, ...]:
        """Everybody who may use it; a group's account has nobody of its own name."""
        return (self.customer, *self.members)


@frozen
class CreditOpened:
    """A credit account exists from now on."""

    customer: str
    limit: Money | None
    zero: Money
    risk_class: str = ""


@fast_init
@frozen
class ExposureMoved:
    """A document moved value: each amount is what its stage gained (negative: lost).

    `due`: the day for which what moved in `orders` is wanted; None: not known, so at any time.
    """

    document: str
    orders: Money
    deliveries: Money
    invoices: Money
    due: date | None = None


Event = CreditOpened | ExposureMoved | e.TermsEvent | d.LimitEvent

EVENTS: tuple[type, ...] = get_args(Event)


def account_id(customer: Customer) -> str:
    """Whose credit account a customer uses: the agreed one, or its own."""
    return customer.profile.credit_account or customer.id


def opened(customer: str, limit: Money | None, currency: str, risk_class: str = "") -> tuple[CreditOpened, ...]:
    """The facts that open an account. Refused: `LIMIT_CURRENCY`, `LIMIT_NEGATIVE`."""
    check_limit(customer, limit, currency)
    return (CreditOpened(customer, limit, Money.zero(currency), risk_class),)


def joined(account: CreditAccount, customer: str) -> tuple[e.AccountShared, ...]:
    """The fact that a customer uses an account that is not its own, once."""
    return () if customer in account.customers else (e.AccountShared(customer),)


def limit_changed(
    account: CreditAccount, limit: Money | None, valid_until: date | None = None, reason: str = ""
) -> tuple[e.LimitChanged, ...]:
    """The fact that the limit is another from now on; nothing when it is the same. Refused: as `opened`."""
    check_limit(account.customer, limit, account.currency)
    if (limit, valid_until) == (account.limit, account.valid_until):
        return ()
    return (e.LimitChanged(limit, valid_until, reason),)


def moved(
    document: str,
    *,
    orders: Money | None = None,
    deliveries: Money | None = None,
    invoices: Money | None = None,
    currency: str,
    due: date | None = None,
) -> tuple[ExposureMoved, ...]:
    """The fact that a document moved value between the stages."""
    zero = Money.zero(currency)
    return (ExposureMoved(document, orders or zero, deliveries or zero, invoices or zero, due),)


def evolve(account: CreditAccount | None, event: Event) -> CreditAccount:
    """The account after one fact."""
    if isinstance(event, CreditOpened):
        zero = event.zero
        return CreditAccount(event.customer, event.limit, zero, zero, zero, risk_class=event.risk_class)
    assert account is not None, "an account is opened before anything happens to it"
    return _AFTER[type(event)](account, event)


def facets(account: CreditAccount) -> Facets:
    """Found by customer."""
    return Facets(party=account.customer)


def _moved(account: CreditAccount, event: ExposureMoved) -> CreditAccount:
    scheduled = account.scheduled
    if event.due is not None and event.orders:
        scheduled = rescheduled(scheduled, event.due, event.orders)
    return changed(
        account,
        orders=account.orders + event.orders,
        deliveries=account.deliveries + event.deliveries,
        invoices=account.invoices + event.invoices,
        scheduled=scheduled,
    )


def _reviewed(account: CreditAccount, event: e.ReviewScheduled) -> CreditAccount:
    return changed(account, review_by=event.review_by, terms_changed=None)


def _limited(account: CreditAccount, event: e.LimitChanged) -> CreditAccount:
    return changed(account, limit=event.limit, valid_until=event.valid_until, waiting=None)


def _proposed(account: CreditAccount, event: d.LimitChangeProposed) -> CreditAccount:
    return changed(account, waiting=event.change, limit_changes=event.change.number)


_AFTER: Mapping[type, Callable[[CreditAccount, Any], CreditAccount]] = {
    ExposureMoved: _moved,
    e.AccountShared: lambda account, event: changed(account, members=(*account.members, event.customer)),
    e.LimitChanged: _limited,
    e.TemporaryLimitGranted: lambda account, event: changed(account, temporary=event.temporary, waiting=None),
    e.CreditInsured: lambda account, event: changed(account, insured=event.insured, waiting=None),
    e.CreditBlocked: lambda account, event: changed(account, blocked=event.reason),
    e.CreditUnblocked: lambda account, event: changed(account, blocked=""),
    e.RiskClassSet: lambda account, event: changed(account, risk_class=event.risk_class),
    e.PrepaymentRequired: lambda account, event: changed(account, prepayment=event.required),
    e.ReviewScheduled: _reviewed,
    e.TermsChanged: lambda account, event: changed(account, terms_changed=event.day),
    e.DunningReported: lambda account, event: changed(account, dunning=event.level),
    e.LiabilitiesReported: lambda account, event: changed(account, other=event.other),
    d.LimitChangeProposed: _proposed,
    d.LimitChangeApproved: lambda account, event: changed(account, waiting=None),
    d.LimitChangeRejected: lambda account, event: changed(account, waiting=None),
}
