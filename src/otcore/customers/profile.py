"""What was agreed with a customer."""

from attrs import frozen

from otcore.customers.billing import BillingPolicy
from otcore.values.money import Money
from otcore.values.party import Address, Party
from otcore.values.percentage import Percentage
from otcore.values.terms import PaymentTerms


@frozen(kw_only=True)
class Profile:
    """What a host knows of a customer when it may order.

    `credit_limit`: what was agreed when it was onboarded, or by its terms; None: no limit. What counts is the limit of
    its `CreditAccount`, which the credit department may have changed since. `accepts_changes`: an acknowledgement with
    changes needs no answer. `over_delivery`: how much more than ordered may be shipped; `under_delivery`: a rest of at
    most this part of a line is closed short. `bank_accounts`: IBANs or other account numbers it pays from. `group`: the
    customer group it belongs to. `price_lists`: the lists it buys from, the first that has a price decides.
    `credit_account`: the id of the credit account it uses (a parent's, a group's); empty: its own, under its own id.
    `risk_class`: the credit checks it is under. `currencies`: others it may order in. `ship_complete`: an order leaves
    whole or not at all. `billing`: how it is billed; None: as the house bills.
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
    billing: BillingPolicy | None = None
