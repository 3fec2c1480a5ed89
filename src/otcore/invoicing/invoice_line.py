"""A line of an invoice document: its texts and references (EN 16931 BG-25 to BG-32)."""

from attrs import frozen

from otcore.invoicing.references import InvoicePeriod
from otcore.values.fast_init import fast_init
from otcore.values.other_tax import OtherTax
from otcore.values.party import Identifier
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from otcore.values.tax import TaxCategory


@frozen
class Classification:
    """A code of what is billed (BT-158) in a list by UNCL 7143 and its version."""

    code: str
    list_id: str = ""
    version: str = ""


@frozen
class ItemAttribute:
    """A property of what is billed: its name (BT-160) and value (BT-161)."""

    name: str
    value: str


@fast_init
@frozen(kw_only=True)
class InvoiceLine:
    """A line's texts and references (BG-25); its amounts stand in the totals under the same id.

    `order` and `despatch` say which order and despatch the line bills where an invoice bills several. `object` is what
    it is about, a meter or a subscriber (BT-128). `parts` are its sub-lines, `taxes` those beside VAT.
    """

    id: str
    quantity: Quantity
    price: UnitPrice
    tax: TaxCategory
    name: str
    description: str = ""
    note: str = ""
    seller_item: str = ""
    buyer_item: str = ""
    standard_item: Identifier | None = None
    order_line: str = ""
    accounting_cost: str = ""
    period: InvoicePeriod | None = None
    object: Identifier | None = None
    classifications: tuple[Classification, ...] = ()
    origin: str = ""
    attributes: tuple[ItemAttribute, ...] = ()
    order: str = ""
    despatch: str = ""
    parts: "tuple[InvoiceLine, ...]" = ()
    taxes: tuple[OtherTax, ...] = ()
