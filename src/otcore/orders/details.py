"""What an order document says beyond its lines: carried to the documents that follow, and nothing of it dropped."""

from datetime import date

from attrs import frozen

from otcore.values.party import Address, Contact, Identifier, Party
from otcore.values.period import Period


@frozen(kw_only=True)
class Delivery:
    """Where and when the goods are wanted."""

    location: Identifier | None = None
    name: str = ""
    address: Address | None = None
    requested: Period | None = None
    contact: Contact | None = None


@frozen
class Unread:
    """A leaf of the source document that no rule uses: its path, text and attributes."""

    path: str
    text: str
    attributes: tuple[tuple[str, str], ...] = ()


@frozen(kw_only=True)
class OrderDetails:
    """`reference` is the buyer's own order number; `valid_until` the last day the offer to buy stands;
    `replaces_return` the return whose goods this order replaces.
    """

    reference: str = ""
    buyer_reference: str = ""
    accounting_cost: str = ""
    contract: str = ""
    note: str = ""
    valid_until: date | None = None
    buyer: Party | None = None
    delivery: Delivery | None = None
    unread: tuple[Unread, ...] = ()
    replaces_return: str = ""
