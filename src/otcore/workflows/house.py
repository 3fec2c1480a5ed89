"""The house: what a host decides once for a legal entity, given to every flow."""

from attrs import field, frozen

from otcore.invoicing.seller import Seller
from otcore.orders.rules import PLACING, Rule

__all__ = ["House", "Seller"]


@frozen(kw_only=True)
class House:
    """The seller and the policies.

    `series` names the number series of an invoice's year, `number` writes an invoice number; `{year}` and `{count}`
    are filled in. `placing` are the rules an order is placed under.
    """

    seller: Seller
    series: str = "invoice-{year}"
    number: str = "INV-{year}-{count:06d}"
    placing: tuple[Rule, ...] = field(default=PLACING)
