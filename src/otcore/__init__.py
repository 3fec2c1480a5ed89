"""Order to cash as a library: what happens between "a customer wants something" and "the money is ours and explained".

The names a host starts with are here; each loads its module when it is first used, so that `import otcore` stays light.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from otcore.access.asked import AccessRefused as AccessRefused
    from otcore.access.asked import Asked as Asked
    from otcore.access.asked import Refusal as Refusal
    from otcore.access.policy import RolePolicy as RolePolicy
    from otcore.access.role import Grant as Grant
    from otcore.access.role import Role as Role
    from otcore.adapters.memory import MemoryStore as MemoryStore
    from otcore.app.asynchronous import AsyncOrderToCash as AsyncOrderToCash
    from otcore.app.sync import OrderToCash as OrderToCash
    from otcore.catalog.listed_price import PriceBreak as PriceBreak
    from otcore.catalog.listed_price import SetPrices as SetPrices
    from otcore.catalog.price_list import PriceList as PriceList
    from otcore.catalog.price_list import PublishPriceList as PublishPriceList
    from otcore.catalog.pricing import AskPrice as AskPrice
    from otcore.catalog.product import ChangeProduct as ChangeProduct
    from otcore.catalog.product import ListProduct as ListProduct
    from otcore.catalog.product import Product as Product
    from otcore.catalog.validity import Validity as Validity
    from otcore.customers.commands import ActivateCustomer as ActivateCustomer
    from otcore.customers.commands import ApplyCustomer as ApplyCustomer
    from otcore.customers.commands import ApproveTerms as ApproveTerms
    from otcore.customers.commands import AttachDocument as AttachDocument
    from otcore.customers.commands import BlockCustomer as BlockCustomer
    from otcore.customers.commands import ChangeProfile as ChangeProfile
    from otcore.customers.commands import CloseCustomer as CloseCustomer
    from otcore.customers.commands import ProposeTerms as ProposeTerms
    from otcore.customers.commands import RejectTerms as RejectTerms
    from otcore.customers.commands import ReopenCustomer as ReopenCustomer
    from otcore.customers.commands import UnblockCustomer as UnblockCustomer
    from otcore.customers.commands import VerifyCustomer as VerifyCustomer
    from otcore.customers.credit.commands import ApproveLimitChange as ApproveLimitChange
    from otcore.customers.credit.commands import BlockCredit as BlockCredit
    from otcore.customers.credit.commands import ChangeCreditLimit as ChangeCreditLimit
    from otcore.customers.credit.commands import GrantTemporaryLimit as GrantTemporaryLimit
    from otcore.customers.credit.commands import InsureCredit as InsureCredit
    from otcore.customers.credit.commands import RejectLimitChange as RejectLimitChange
    from otcore.customers.credit.commands import ReportDunning as ReportDunning
    from otcore.customers.credit.commands import ReportLiabilities as ReportLiabilities
    from otcore.customers.credit.commands import ReportTermsChange as ReportTermsChange
    from otcore.customers.credit.commands import RequirePrepayment as RequirePrepayment
    from otcore.customers.credit.commands import ScheduleCreditReview as ScheduleCreditReview
    from otcore.customers.credit.commands import SetRiskClass as SetRiskClass
    from otcore.customers.credit.commands import UnblockCredit as UnblockCredit
    from otcore.customers.credit.queries import AskCreditCheck as AskCreditCheck
    from otcore.customers.credit.queries import AskCreditStanding as AskCreditStanding
    from otcore.customers.credit.queries import AskOrderCredit as AskOrderCredit
    from otcore.customers.credit.risk_class import RiskClass as RiskClass
    from otcore.customers.customer import OnboardCustomer as OnboardCustomer
    from otcore.customers.customer import Profile as Profile
    from otcore.customers.group import CustomerGroup as CustomerGroup
    from otcore.customers.group import DefineGroup as DefineGroup
    from otcore.invoicing.credit_notes.commands import ApplyCreditNote as ApplyCreditNote
    from otcore.invoicing.credit_notes.commands import CorrectedLine as CorrectedLine
    from otcore.invoicing.credit_notes.commands import IssueCorrectiveInvoice as IssueCorrectiveInvoice
    from otcore.invoicing.credit_notes.commands import IssueCreditNote as IssueCreditNote
    from otcore.invoicing.credit_notes.commands import SendCreditNote as SendCreditNote
    from otcore.invoicing.crediting import LowerPrice as LowerPrice
    from otcore.invoicing.invoice import IssueInvoice as IssueInvoice
    from otcore.invoicing.invoices.commands import DiscardDraft as DiscardDraft
    from otcore.invoicing.invoices.commands import DraftInvoice as DraftInvoice
    from otcore.invoicing.invoices.commands import IssueDraft as IssueDraft
    from otcore.invoicing.invoices.commands import SendInvoice as SendInvoice
    from otcore.invoicing.seller import Seller as Seller
    from otcore.kpi.buckets import AgingSpec as AgingSpec
    from otcore.kpi.dso import DsoSpec as DsoSpec
    from otcore.kpi.queries import AskAging as AskAging
    from otcore.kpi.queries import AskCashReports as AskCashReports
    from otcore.kpi.queries import AskDso as AskDso
    from otcore.kpi.queries import AskKpiReport as AskKpiReport
    from otcore.kpi.queries import AskOpenBalance as AskOpenBalance
    from otcore.orders.allocation.allocating import AllocateOrder as AllocateOrder
    from otcore.orders.allocation.backorders import AskBackorders as AskBackorders
    from otcore.orders.amendment import LineChange as LineChange
    from otcore.orders.amendment import Side as Side
    from otcore.orders.amendments.commands import AcceptAmendment as AcceptAmendment
    from otcore.orders.amendments.commands import ProposeAmendment as ProposeAmendment
    from otcore.orders.amendments.commands import RejectAmendment as RejectAmendment
    from otcore.orders.amendments.commands import WithdrawAmendment as WithdrawAmendment
    from otcore.orders.amendments.difference import AskRevisions as AskRevisions
    from otcore.orders.commands import AcknowledgeOrder as AcknowledgeOrder
    from otcore.orders.commands import AgreeToChanges as AgreeToChanges
    from otcore.orders.commands import CancelLines as CancelLines
    from otcore.orders.commands import CancelOrder as CancelOrder
    from otcore.orders.commands import CloseOrder as CloseOrder
    from otcore.orders.commands import HoldOrder as HoldOrder
    from otcore.orders.commands import LineCancellation as LineCancellation
    from otcore.orders.commands import PlaceOrder as PlaceOrder
    from otcore.orders.commands import RejectOrder as RejectOrder
    from otcore.orders.commands import ReleaseHold as ReleaseHold
    from otcore.orders.commands import ReopenOrder as ReopenOrder
    from otcore.orders.credit_commands import RecheckCredit as RecheckCredit
    from otcore.orders.crediting import CreditLine as CreditLine
    from otcore.orders.details import Delivery as Delivery
    from otcore.orders.details import OrderDetails as OrderDetails
    from otcore.orders.drafting import DraftOrder as DraftOrder
    from otcore.orders.drafting import SubmitOrder as SubmitOrder
    from otcore.orders.hold import HoldKind as HoldKind
    from otcore.orders.line import RequestedLine as RequestedLine
    from otcore.orders.policy import Assortment as Assortment
    from otcore.orders.policy import DeliveryPolicy as DeliveryPolicy
    from otcore.orders.policy import Deviation as Deviation
    from otcore.orders.policy import Duplicates as Duplicates
    from otcore.orders.policy import OrderPolicy as OrderPolicy
    from otcore.orders.policy import PricePolicy as PricePolicy
    from otcore.orders.policy import Required as Required
    from otcore.orders.policy import SizePolicy as SizePolicy
    from otcore.orders.returns.commands import AuthoriseReturn as AuthoriseReturn
    from otcore.orders.returns.commands import CancelReturn as CancelReturn
    from otcore.orders.returns.commands import CloseReturn as CloseReturn
    from otcore.orders.returns.commands import ExchangeReturn as ExchangeReturn
    from otcore.orders.returns.commands import LineToReturn as LineToReturn
    from otcore.orders.returns.commands import ReceivedLine as ReceivedLine
    from otcore.orders.returns.commands import ReceiveReturn as ReceiveReturn
    from otcore.orders.returns.commands import RejectReturn as RejectReturn
    from otcore.orders.returns.commands import RequestReturn as RequestReturn
    from otcore.orders.returns.restocking import RestockingFee as RestockingFee
    from otcore.orders.shipments.commands import CancelShipment as CancelShipment
    from otcore.orders.shipments.commands import ConfirmDelivery as ConfirmDelivery
    from otcore.orders.shipments.commands import DeliveredLine as DeliveredLine
    from otcore.orders.shipments.commands import PlanShipment as PlanShipment
    from otcore.orders.shipments.commands import ReverseShipment as ReverseShipment
    from otcore.orders.shipments.shipment import DespatchLine as DespatchLine
    from otcore.orders.shipments.shipment import PostDespatch as PostDespatch
    from otcore.orders.steps import AskSteps as AskSteps
    from otcore.orders.verdict import Consequence as Consequence
    from otcore.payments.importing import ImportStatement as ImportStatement
    from otcore.payments.recording import RecordReceipt as RecordReceipt
    from otcore.payments.statement import BankStatement as BankStatement
    from otcore.payments.statement import BankTransaction as BankTransaction
    from otcore.ports.aggregates import ALIAS as ALIAS
    from otcore.ports.aggregates import AUDIT as AUDIT
    from otcore.ports.aggregates import CREDIT as CREDIT
    from otcore.ports.aggregates import CREDIT_NOTE as CREDIT_NOTE
    from otcore.ports.aggregates import CUSTOMER as CUSTOMER
    from otcore.ports.aggregates import CUSTOMER_GROUP as CUSTOMER_GROUP
    from otcore.ports.aggregates import INVOICE as INVOICE
    from otcore.ports.aggregates import INVOICE_DRAFT as INVOICE_DRAFT
    from otcore.ports.aggregates import NAMESAKE as NAMESAKE
    from otcore.ports.aggregates import ORDER as ORDER
    from otcore.ports.aggregates import PRICE as PRICE
    from otcore.ports.aggregates import PRICE_LIST as PRICE_LIST
    from otcore.ports.aggregates import PRODUCT as PRODUCT
    from otcore.ports.aggregates import RECEIPT as RECEIPT
    from otcore.ports.aggregates import RECEIVABLE as RECEIVABLE
    from otcore.ports.aggregates import RETURN as RETURN
    from otcore.ports.aggregates import SHIPMENT as SHIPMENT
    from otcore.ports.aggregates import STATEMENT as STATEMENT
    from otcore.ports.aggregates import STOCK as STOCK
    from otcore.ports.errors import Conflict as Conflict
    from otcore.ports.errors import GatewayError as GatewayError
    from otcore.ports.errors import NotFound as NotFound
    from otcore.ports.storage import Where as Where
    from otcore.process.timeline import AskTimeline as AskTimeline
    from otcore.receivables.disputing import OpenDispute as OpenDispute
    from otcore.receivables.disputing import SettleDispute as SettleDispute
    from otcore.receivables.invoice_standing import AskInvoiceStatus as AskInvoiceStatus
    from otcore.reconciliation.command import ApplyReceipt as ApplyReceipt
    from otcore.stock.availability import AskAvailability as AskAvailability
    from otcore.stock.commands import CountStock as CountStock
    from otcore.stock.commands import ExpectStock as ExpectStock
    from otcore.stock.commands import ReceiveStock as ReceiveStock
    from otcore.stock.commands import SetStockPolicy as SetStockPolicy
    from otcore.stock.policy import Allocating as Allocating
    from otcore.values.adjustment import Adjustment as Adjustment
    from otcore.values.calendar import WorkCalendar as WorkCalendar
    from otcore.values.document import DocumentRef as DocumentRef
    from otcore.values.faults import Fault as Fault
    from otcore.values.faults import Invalid as Invalid
    from otcore.values.faults import OtcoreError as OtcoreError
    from otcore.values.faults import Rejected as Rejected
    from otcore.values.money import Money as Money
    from otcore.values.party import Address as Address
    from otcore.values.party import Contact as Contact
    from otcore.values.party import Identifier as Identifier
    from otcore.values.party import Party as Party
    from otcore.values.percentage import Percentage as Percentage
    from otcore.values.period import Period as Period
    from otcore.values.price import UnitPrice as UnitPrice
    from otcore.values.quantity import Quantity as Quantity
    from otcore.values.rates import Quote as Quote
    from otcore.values.rates import Rate as Rate
    from otcore.values.rates import RateTable as RateTable
    from otcore.values.scope import Scope as Scope
    from otcore.values.tax import TaxCategory as TaxCategory
    from otcore.values.terms import DiscountOffer as DiscountOffer
    from otcore.values.terms import DiscountTerms as DiscountTerms
    from otcore.values.terms import DueAnchor as DueAnchor
    from otcore.values.terms import DueRule as DueRule
    from otcore.values.terms import DueStep as DueStep
    from otcore.values.terms import Instalment as Instalment
    from otcore.values.terms import InstalmentTerms as InstalmentTerms
    from otcore.values.terms import PaymentTerms as PaymentTerms
    from otcore.values.terms import Rolling as Rolling
    from otcore.workflows.ask import Every as Every
    from otcore.workflows.ask import Get as Get
    from otcore.workflows.ask import OpenItems as OpenItems
    from otcore.workflows.ask import OrderHistory as OrderHistory
    from otcore.workflows.audit import AskAudit as AskAudit
    from otcore.workflows.house import House as House
    from otcore.workflows.order_status import AskOrderStatus as AskOrderStatus

__version__ = "0.1.0"

_HOMES = {
    "otcore.access.asked": ("AccessRefused", "Asked", "Refusal"),
    "otcore.access.policy": ("RolePolicy",),
    "otcore.access.role": ("Grant", "Role"),
    "otcore.adapters.memory": ("MemoryStore",),
    "otcore.app.asynchronous": ("AsyncOrderToCash",),
    "otcore.app.sync": ("OrderToCash",),
    "otcore.catalog.listed_price": ("PriceBreak", "SetPrices"),
    "otcore.catalog.price_list": ("PriceList", "PublishPriceList"),
    "otcore.catalog.pricing": ("AskPrice",),
    "otcore.catalog.product": ("ChangeProduct", "ListProduct", "Product"),
    "otcore.catalog.validity": ("Validity",),
    "otcore.customers.commands": (
        "ActivateCustomer",
        "ApplyCustomer",
        "ApproveTerms",
        "AttachDocument",
        "BlockCustomer",
        "ChangeProfile",
        "CloseCustomer",
        "ProposeTerms",
        "RejectTerms",
        "ReopenCustomer",
        "UnblockCustomer",
        "VerifyCustomer",
    ),
    "otcore.customers.credit.commands": (
        "ApproveLimitChange",
        "BlockCredit",
        "ChangeCreditLimit",
        "GrantTemporaryLimit",
        "InsureCredit",
        "RejectLimitChange",
        "ReportDunning",
        "ReportLiabilities",
        "ReportTermsChange",
        "RequirePrepayment",
        "ScheduleCreditReview",
        "SetRiskClass",
        "UnblockCredit",
    ),
    "otcore.customers.credit.queries": ("AskCreditCheck", "AskCreditStanding", "AskOrderCredit"),
    "otcore.customers.customer": ("OnboardCustomer", "Profile"),
    "otcore.customers.group": ("CustomerGroup", "DefineGroup"),
    "otcore.customers.credit.risk_class": ("RiskClass",),
    "otcore.invoicing.credit_notes.commands": (
        "ApplyCreditNote",
        "CorrectedLine",
        "IssueCorrectiveInvoice",
        "IssueCreditNote",
        "SendCreditNote",
    ),
    "otcore.invoicing.crediting": ("LowerPrice",),
    "otcore.invoicing.invoice": ("IssueInvoice",),
    "otcore.invoicing.invoices.commands": ("DiscardDraft", "DraftInvoice", "IssueDraft", "SendInvoice"),
    "otcore.invoicing.seller": ("Seller",),
    "otcore.kpi.buckets": ("AgingSpec",),
    "otcore.kpi.dso": ("DsoSpec",),
    "otcore.kpi.queries": ("AskAging", "AskCashReports", "AskDso", "AskKpiReport", "AskOpenBalance"),
    "otcore.orders.allocation.allocating": ("AllocateOrder",),
    "otcore.orders.amendment": ("LineChange", "Side"),
    "otcore.orders.amendments.commands": (
        "AcceptAmendment",
        "ProposeAmendment",
        "RejectAmendment",
        "WithdrawAmendment",
    ),
    "otcore.orders.allocation.backorders": ("AskBackorders",),
    "otcore.orders.commands": (
        "AcknowledgeOrder",
        "AgreeToChanges",
        "CancelLines",
        "CancelOrder",
        "CloseOrder",
        "HoldOrder",
        "LineCancellation",
        "PlaceOrder",
        "RejectOrder",
        "ReleaseHold",
        "ReopenOrder",
    ),
    "otcore.orders.credit_commands": ("RecheckCredit",),
    "otcore.orders.crediting": ("CreditLine",),
    "otcore.orders.details": ("Delivery", "OrderDetails"),
    "otcore.orders.amendments.difference": ("AskRevisions",),
    "otcore.orders.drafting": ("DraftOrder", "SubmitOrder"),
    "otcore.orders.hold": ("HoldKind",),
    "otcore.orders.line": ("RequestedLine",),
    "otcore.orders.policy": (
        "Assortment",
        "DeliveryPolicy",
        "Deviation",
        "Duplicates",
        "OrderPolicy",
        "PricePolicy",
        "Required",
        "SizePolicy",
    ),
    "otcore.orders.returns.restocking": ("RestockingFee",),
    "otcore.orders.returns.commands": (
        "AuthoriseReturn",
        "CancelReturn",
        "CloseReturn",
        "ExchangeReturn",
        "LineToReturn",
        "ReceivedLine",
        "ReceiveReturn",
        "RejectReturn",
        "RequestReturn",
    ),
    "otcore.orders.shipments.shipment": ("DespatchLine", "PostDespatch"),
    "otcore.orders.shipments.commands": (
        "CancelShipment",
        "ConfirmDelivery",
        "DeliveredLine",
        "PlanShipment",
        "ReverseShipment",
    ),
    "otcore.orders.steps": ("AskSteps",),
    "otcore.orders.verdict": ("Consequence",),
    "otcore.payments.importing": ("ImportStatement",),
    "otcore.payments.recording": ("RecordReceipt",),
    "otcore.payments.statement": ("BankStatement", "BankTransaction"),
    "otcore.ports.aggregates": (
        "ALIAS",
        "AUDIT",
        "CREDIT",
        "CREDIT_NOTE",
        "CUSTOMER",
        "CUSTOMER_GROUP",
        "INVOICE",
        "INVOICE_DRAFT",
        "NAMESAKE",
        "ORDER",
        "PRICE",
        "PRICE_LIST",
        "PRODUCT",
        "RECEIPT",
        "RECEIVABLE",
        "RETURN",
        "SHIPMENT",
        "STATEMENT",
        "STOCK",
    ),
    "otcore.ports.errors": ("Conflict", "GatewayError", "NotFound"),
    "otcore.ports.storage": ("Where",),
    "otcore.process.timeline": ("AskTimeline",),
    "otcore.receivables.disputing": ("OpenDispute", "SettleDispute"),
    "otcore.receivables.invoice_standing": ("AskInvoiceStatus",),
    "otcore.reconciliation.command": ("ApplyReceipt",),
    "otcore.stock.availability": ("AskAvailability",),
    "otcore.stock.commands": ("CountStock", "ExpectStock", "ReceiveStock", "SetStockPolicy"),
    "otcore.stock.policy": ("Allocating",),
    "otcore.values.adjustment": ("Adjustment",),
    "otcore.values.calendar": ("WorkCalendar",),
    "otcore.values.document": ("DocumentRef",),
    "otcore.values.faults": ("Fault", "Invalid", "OtcoreError", "Rejected"),
    "otcore.values.money": ("Money",),
    "otcore.values.party": ("Address", "Contact", "Identifier", "Party"),
    "otcore.values.percentage": ("Percentage",),
    "otcore.values.period": ("Period",),
    "otcore.values.price": ("UnitPrice",),
    "otcore.values.quantity": ("Quantity",),
    "otcore.values.rates": ("Quote", "Rate", "RateTable"),
    "otcore.values.scope": ("Scope",),
    "otcore.values.tax": ("TaxCategory",),
    "otcore.values.terms": (
        "DiscountOffer",
        "DiscountTerms",
        "DueAnchor",
        "DueRule",
        "DueStep",
        "Instalment",
        "InstalmentTerms",
        "PaymentTerms",
        "Rolling",
    ),
    "otcore.workflows.ask": ("Every", "Get", "OpenItems", "OrderHistory"),
    "otcore.workflows.audit": ("AskAudit",),
    "otcore.workflows.house": ("House",),
    "otcore.workflows.order_status": ("AskOrderStatus",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = list(_HOME)


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
