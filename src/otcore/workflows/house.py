"""The house: what a host decides once for a legal entity, given to every flow."""

from collections.abc import Callable, Mapping

from attrs import field, frozen

from otcore.access.policy import everyone
from otcore.customers.billing import BillingPolicy
from otcore.customers.credit.risk_class import RiskClass
from otcore.customers.customer import Customer
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.seller import Seller
from otcore.orders.hold import HoldKind
from otcore.orders.policy import USUAL, OrderPolicy
from otcore.orders.returns.restocking import NO_FEE, RestockingFee
from otcore.orders.returns.returned_goods import Return
from otcore.orders.rules import PLACING, Rule
from otcore.payments.direct_debit.policy import DirectDebit
from otcore.ports.access import AccessPolicy
from otcore.ports.gateways import AsyncGateway, Gateway
from otcore.ports.rates import Rates
from otcore.reconciliation.policy import Policies
from otcore.stock.policy import Allocating
from otcore.values.calendar import MONDAY_TO_FRIDAY, WorkCalendar
from otcore.values.faults import Fault, Invalid
from otcore.values.money import Money
from otcore.values.rates import NO_RATES

__all__ = ["House", "Seller"]

BY_DELIVERY = BillingPolicy()
USUAL_MATCHING = Policies()


def nothing_lacks(invoice: InvoiceDocument) -> tuple[Fault, ...]:
    """For invoices that are not sent as structured documents."""
    return ()


def no_fee(customer: Customer, asked: Return) -> RestockingFee:
    """Goods come back free of charge."""
    return NO_FEE


@frozen(kw_only=True)
class House:
    """The seller and the policies.

    `series` names the number series of an invoice's year, `number` writes an invoice number; `{year}` and `{count}`
    are filled in. `credit_series` and `credit_number` do so for credit notes, `corrective_series` and
    `corrective_number` for corrective invoices (empty: as for invoices). Series that write the same numbers have to be
    one: `Invalid` SERIES_APART. `in_date_order`: no number goes to a day before that of the number before it.
    `corrective_type`: the type code of corrective invoices (UNCL 1001); Peppol BIS allows 384 in Germany alone.
    `billing`: how customers are billed whose profile does not say it.
    `placing` are the rules an order is placed under, `policy` what they ask of one; `customer_policies`
    and `group_policies` go before it, by id. `price_lists` are for every customer, after its own. `calendar` says when
    work is done. `invoice` says what an invoice lacks, and one that lacks anything is not issued:
    `invoicing.requirements.requirement_faults` for EN 16931 and Peppol BIS Billing 3.
    `access` says who may do what: `access.policy.RolePolicy`, or the host's own.
    `allocating`: how much of an order has to be promised for any of it to be. `reservation_days`: after how many days
    the promises of an order that is not confirmed lapse; None: never. `free_on_hold`: the kinds of hold that give the
    goods of an order back to the shelves. `risk_classes`: the credit checks that accounts may be under, by name.
    `rates`: for orders in another currency than their customer's credit account.
    `lead_days`: goods leave at most so many days before the first on which the buyer wants them; None: whenever they
    are ready. `restocking`: the fee that the house takes for goods that come back, when the authorisation says none.
    `direct_debit`: how it collects under mandates; None: it does not. `refund_limit`: a refund up to it needs no second
    person; None: every refund does.
    `gateways`: payment gateways by the names that commands use; an async host gives async ones.
    `payouts`: by gateway, the names and accounts that its payouts to the bank come from.
    `matching`: what may be posted of money that comes in without a person, and closed without cash by one.
    `every_refusal`: business refusals of ordinary commands are written on the audit trail too.
    """

    seller: Seller
    series: str = "invoice-{year}"
    number: str = "INV-{year}-{count:06d}"
    placing: tuple[Rule, ...] = PLACING
    invoice: Callable[[InvoiceDocument], tuple[Fault, ...]] = nothing_lacks
    access: AccessPolicy = everyone
    policy: OrderPolicy = USUAL
    customer_policies: Mapping[str, OrderPolicy] = field(factory=dict)
    group_policies: Mapping[str, OrderPolicy] = field(factory=dict)
    price_lists: tuple[str, ...] = ()
    calendar: WorkCalendar = MONDAY_TO_FRIDAY
    allocating: Allocating = Allocating.PARTIAL
    reservation_days: int | None = None
    free_on_hold: frozenset[HoldKind] = frozenset()
    risk_classes: tuple[RiskClass, ...] = ()
    rates: Rates = NO_RATES
    lead_days: int | None = None
    restocking: Callable[[Customer, Return], RestockingFee] = no_fee
    every_refusal: bool = False
    credit_series: str = "credit-note-{year}"
    credit_number: str = "CN-{year}-{count:06d}"
    corrective_series: str = ""
    corrective_number: str = ""
    in_date_order: bool = False
    corrective_type: str = "384"
    billing: BillingPolicy = BY_DELIVERY
    matching: Policies = USUAL_MATCHING
    gateways: Mapping[str, Gateway | AsyncGateway] = field(factory=dict)
    direct_debit: DirectDebit | None = None
    refund_limit: Money | None = None
    payouts: Mapping[str, tuple[str, ...]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        by_number: dict[str, str] = {}
        for series, number in self.all_series:
            if by_number.setdefault(number, series) != series:
                message = f"the series {series} and {by_number[number]} write the same numbers"
                raise Invalid.one("SERIES_APART", message, number=number)

    @property
    def all_series(self) -> tuple[tuple[str, str], ...]:
        """Of invoices, corrective invoices and credit notes: the series, and how it writes a number."""
        corrective = (self.corrective_series or self.series, self.corrective_number or self.number)
        return ((self.series, self.number), corrective, (self.credit_series, self.credit_number))

    def policy_of(self, customer: Customer) -> OrderPolicy:
        """What is asked of this customer's orders: its own policy, else its group's, else the house's."""
        of_group = self.group_policies.get(customer.profile.group, self.policy)
        return self.customer_policies.get(customer.id, of_group)

    def billing_of(self, customer: Customer) -> BillingPolicy:
        """How this customer is billed: as its profile says, else as the house does."""
        return customer.profile.billing or self.billing
