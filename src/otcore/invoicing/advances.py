"""What is paid already, or owed to others, when an invoice is drawn up."""

from datetime import date
from decimal import Decimal

from attrs import frozen

from otcore.values.money import Money


@frozen(kw_only=True)
class Advance:
    """A payment on account before the invoice: an amount, or a percentage of what the invoice comes to, tax included.

    `reference` is the prepayment invoice or the receipt it is known by.
    """

    amount: Money | None = None
    percent: Decimal | None = None
    reference: str = ""
    day: date | None = None
    description: str = ""


@frozen(kw_only=True)
class AdvancePaid:
    """An advance with its amount, as it is taken off what is payable (part of BT-113)."""

    amount: Money
    reference: str = ""
    day: date | None = None
    description: str = ""


@frozen(kw_only=True)
class ThirdPartyPayment:
    """What is collected for somebody else and is no part of the supply (XRechnung extension, BG-DEX-09): `kind` and
    `description` say what, the amount is added to what is payable and no tax is due on it.
    """

    amount: Money
    kind: str = ""
    description: str = ""
