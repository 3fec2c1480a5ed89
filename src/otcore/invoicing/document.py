"""The invoice as a document: everything it states, ready to be written in any syntax (EN 16931 semantic model)."""

from datetime import date

from attrs import frozen

from otcore.invoicing.calculation import Totals
from otcore.values.fast_init import fast_init
from otcore.values.party import Address, Identifier, Party
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from otcore.values.tax import TaxCategory


@frozen(kw_only=True)
class DeliveryInformation:
    """Where and when the goods were delivered (BG-13, BG-15)."""

    day: date | None = None
    location: Identifier | None = None
    party_name: str = ""
    address: Address | None = None


@frozen(kw_only=True)
class PaymentInstructions:
    """How to pay (BG-16): `means` by UNCL 4461 (30 credit transfer, 58 SEPA), `payment_id` is what the payer should
    state.
    """

    means: str = "30"
    payment_id: str = ""
    iban: str = ""
    bic: str = ""
    account_name: str = ""


@fast_init
@frozen(kw_only=True)
class InvoiceLine:
    """A line's texts and references (BG-25); its amounts stand in the totals under the same id."""

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


@fast_init
@frozen(kw_only=True)
class InvoiceDocument:
    """One invoice, complete. `totals` are its amounts: by line, by tax, of the document."""

    number: str
    issued: date
    due: date
    currency: str
    seller: Party
    buyer: Party
    lines: tuple[InvoiceLine, ...]
    totals: Totals
    payment: PaymentInstructions
    type_code: str = "380"
    buyer_reference: str = ""
    order_reference: str = ""
    sales_order: str = ""
    despatch_reference: str = ""
    contract: str = ""
    accounting_cost: str = ""
    terms_note: str = ""
    note: str = ""
    delivery: DeliveryInformation | None = None
