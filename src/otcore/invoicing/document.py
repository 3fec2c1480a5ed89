"""The invoice as a document: everything it states, ready to be written in any syntax (EN 16931 semantic model)."""

from datetime import date

from attrs import frozen

from otcore.invoicing.advances import ThirdPartyPayment
from otcore.invoicing.calculation import Totals
from otcore.invoicing.invoice_line import InvoiceLine
from otcore.invoicing.payment_instructions import PaymentInstructions
from otcore.invoicing.profile import EN_16931, Profile
from otcore.invoicing.references import InvoicePeriod, PrecedingInvoice, SubjectNote, SupportingDocument
from otcore.orders.details import Unread
from otcore.values.fast_init import fast_init
from otcore.values.party import Address, Identifier, Party
from otcore.values.terms import DiscountOffer, Instalment

__all__ = ["DeliveryInformation", "InvoiceDocument", "InvoiceLine", "PaymentInstructions"]


@frozen(kw_only=True)
class DeliveryInformation:
    """Where and when the goods were delivered (BG-13, BG-15)."""

    day: date | None = None
    location: Identifier | None = None
    party_name: str = ""
    address: Address | None = None


@fast_init
@frozen(kw_only=True)
class InvoiceDocument:
    """One invoice or credit note (`type_code` by UNCL 1001), complete. `totals` are its amounts: by line, by tax, of
    the document; `profile` says how they are rounded, `tax_included` whether its prices include tax.

    `preceding` are the invoices it credits, corrects or follows. `tax_point` is the day the tax falls due (BT-7), or
    `tax_point_code` says by UNCL 2005 which day that is (BT-8). `tax_currency` is the one tax is accounted in (BT-6).
    `object` is what the invoice is about (BT-18). `unread` is what the document it was read from says and no field
    here holds.
    """

    number: str
    issued: date
    due: date | None
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
    instalments: tuple[Instalment, ...] = ()
    discounts: tuple[DiscountOffer, ...] = ()
    preceding: tuple[PrecedingInvoice, ...] = ()
    notes: tuple[SubjectNote, ...] = ()
    period: InvoicePeriod | None = None
    tax_point: date | None = None
    tax_point_code: str = ""
    tax_currency: str = ""
    project: str = ""
    receipt_reference: str = ""
    tender: str = ""
    object: Identifier | None = None
    payee: Party | None = None
    tax_representative: Party | None = None
    attachments: tuple[SupportingDocument, ...] = ()
    third_party: tuple[ThirdPartyPayment, ...] = ()
    customization: str = ""
    process: str = ""
    profile: Profile = EN_16931
    tax_included: bool = False
    unread: tuple[Unread, ...] = ()
