"""A customer: the party and what was agreed with it."""

from attrs import frozen

from otcore.values.command import Command
from otcore.values.currencies import digits
from otcore.values.facets import Facets
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.party import Address, Party
from otcore.values.percentage import Percentage
from otcore.values.terms import PaymentTerms


@frozen(kw_only=True)
class Profile:
    """What a host knows of a customer when it may order.

    `credit_limit` None: no limit. `accepts_changes`: an acknowledgement with changes needs no answer.
    `over_delivery`: how much more than ordered may be shipped; `under_delivery`: a rest of at most this part of a line is
    closed short. `bank_accounts`: IBANs or other account numbers it pays from. `group`: the customer group it belongs to.
    `price_lists`: the lists it buys from, the first that has a price decides. `credit_account`: whose credit account it
    uses (a parent's, a group's); empty: its own. `risk_class`: the credit checks it is under. `currencies`: others it
    may order in. `ship_complete`: an order leaves whole or not at all.
    """

    party: Party
    currency: str
    terms: PaymentTerms = PaymentTerms()
    credit_limit: Money | None = None
    bank_accounts: tuple[str, ...] = ()
    delivery: Address | None = None
    accepts_changes: bool = False
    over_delivery: Percentage = Percentage(0)
    under_delivery: Percentage = Percentage(0)
    group: str = ""
    price_lists: tuple[str, ...] = ()
    credit_account: str = ""
    risk_class: str = ""
    currencies: tuple[str, ...] = ()
    ship_complete: bool = False


@frozen
class Customer:
    """A customer that has been onboarded."""

    id: str
    profile: Profile


@frozen
class OnboardCustomer(Command[Customer]):
    """Make a customer known. Refused: `CUSTOMER_EXISTS`, `IDENTIFIER_TAKEN`, `LIMIT_CURRENCY`, `IBAN_CHECK_DIGITS`.

    Raises `Invalid` CURRENCY_UNKNOWN.
    """

    customer: str
    profile: Profile


@frozen
class CustomerOnboarded:
    """The customer may order from now on."""

    customer: str
    profile: Profile


def decide(customer: Customer | None, command: OnboardCustomer) -> tuple[CustomerOnboarded, ...]:
    """The facts that follow from onboarding, or `Rejected`."""
    if customer is not None:
        raise Rejected("CUSTOMER_EXISTS", customer=command.customer)
    limit, currency = command.profile.credit_limit, command.profile.currency
    digits(currency)
    if limit is not None and limit.currency != currency:
        raise Rejected("LIMIT_CURRENCY", customer=command.customer, limit=limit.currency, agreed=currency)
    return (CustomerOnboarded(command.customer, command.profile),)


def evolve(customer: Customer | None, event: CustomerOnboarded) -> Customer:
    """The customer after one fact."""
    return Customer(event.customer, event.profile)


def facets(customer: Customer) -> Facets:
    """Found by tax id."""
    return Facets(party=customer.id, reference=customer.profile.party.tax_id)
