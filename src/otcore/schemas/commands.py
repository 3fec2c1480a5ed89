"""The commands that may come as JSON, by the names they have outside."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from otcore.catalog.listed_price import SetPrices
from otcore.catalog.price_list import PublishPriceList
from otcore.catalog.product import ChangeProduct, ListProduct
from otcore.customers.commands import (
    ActivateCustomer,
    ApplyCustomer,
    ApproveTerms,
    AttachDocument,
    BlockCustomer,
    ChangeProfile,
    CloseCustomer,
    ProposeTerms,
    RejectTerms,
    ReopenCustomer,
    UnblockCustomer,
    VerifyCustomer,
)
from otcore.customers.credit.commands import (
    ApproveLimitChange,
    BlockCredit,
    ChangeCreditLimit,
    GrantTemporaryLimit,
    InsureCredit,
    RejectLimitChange,
    ReportDunning,
    ReportLiabilities,
    ReportTermsChange,
    RequirePrepayment,
    ScheduleCreditReview,
    SetRiskClass,
    UnblockCredit,
)
from otcore.customers.customer import OnboardCustomer
from otcore.customers.group import DefineGroup
from otcore.invoicing.invoice import IssueInvoice
from otcore.orders.allocation.allocating import AllocateOrder
from otcore.orders.amendments.commands import AcceptAmendment, ProposeAmendment, RejectAmendment, WithdrawAmendment
from otcore.orders.commands import (
    AcknowledgeOrder,
    AgreeToChanges,
    CancelLines,
    CancelOrder,
    CloseOrder,
    HoldOrder,
    PlaceOrder,
    RejectOrder,
    ReleaseHold,
    ReopenOrder,
)
from otcore.orders.credit_commands import RecheckCredit
from otcore.orders.drafting import DraftOrder, SubmitOrder
from otcore.orders.returns.commands import (
    AuthoriseReturn,
    CancelReturn,
    CloseReturn,
    ExchangeReturn,
    ReceiveReturn,
    RejectReturn,
    RequestReturn,
)
from otcore.orders.shipments.commands import CancelShipment, ConfirmDelivery, PlanShipment, ReverseShipment
from otcore.orders.shipments.shipment import PostDespatch
from otcore.payments.importing import ImportStatement
from otcore.payments.recording import RecordReceipt
from otcore.reconciliation.command import ApplyReceipt
from otcore.stock.commands import CountStock, ExpectStock, ReceiveStock, SetStockPolicy
from otcore.values.command import Command

COMMANDS: Mapping[str, type[Command[Any]]] = MappingProxyType(
    {
        "onboard-customer": OnboardCustomer,
        "apply-customer": ApplyCustomer,
        "verify-customer": VerifyCustomer,
        "activate-customer": ActivateCustomer,
        "block-customer": BlockCustomer,
        "unblock-customer": UnblockCustomer,
        "close-customer": CloseCustomer,
        "reopen-customer": ReopenCustomer,
        "change-profile": ChangeProfile,
        "attach-document": AttachDocument,
        "propose-terms": ProposeTerms,
        "approve-terms": ApproveTerms,
        "reject-terms": RejectTerms,
        "define-group": DefineGroup,
        "change-credit-limit": ChangeCreditLimit,
        "grant-temporary-limit": GrantTemporaryLimit,
        "insure-credit": InsureCredit,
        "approve-limit-change": ApproveLimitChange,
        "reject-limit-change": RejectLimitChange,
        "block-credit": BlockCredit,
        "unblock-credit": UnblockCredit,
        "set-risk-class": SetRiskClass,
        "require-prepayment": RequirePrepayment,
        "schedule-credit-review": ScheduleCreditReview,
        "report-terms-change": ReportTermsChange,
        "report-dunning": ReportDunning,
        "report-liabilities": ReportLiabilities,
        "list-product": ListProduct,
        "change-product": ChangeProduct,
        "publish-price-list": PublishPriceList,
        "set-prices": SetPrices,
        "receive-stock": ReceiveStock,
        "expect-stock": ExpectStock,
        "count-stock": CountStock,
        "set-stock-policy": SetStockPolicy,
        "draft-order": DraftOrder,
        "submit-order": SubmitOrder,
        "place-order": PlaceOrder,
        "allocate-order": AllocateOrder,
        "acknowledge-order": AcknowledgeOrder,
        "agree-to-changes": AgreeToChanges,
        "reject-order": RejectOrder,
        "propose-amendment": ProposeAmendment,
        "accept-amendment": AcceptAmendment,
        "reject-amendment": RejectAmendment,
        "withdraw-amendment": WithdrawAmendment,
        "hold-order": HoldOrder,
        "release-hold": ReleaseHold,
        "recheck-credit": RecheckCredit,
        "cancel-order": CancelOrder,
        "cancel-lines": CancelLines,
        "close-order": CloseOrder,
        "reopen-order": ReopenOrder,
        "plan-shipment": PlanShipment,
        "cancel-shipment": CancelShipment,
        "post-despatch": PostDespatch,
        "confirm-delivery": ConfirmDelivery,
        "reverse-shipment": ReverseShipment,
        "request-return": RequestReturn,
        "authorise-return": AuthoriseReturn,
        "reject-return": RejectReturn,
        "receive-return": ReceiveReturn,
        "exchange-return": ExchangeReturn,
        "cancel-return": CancelReturn,
        "close-return": CloseReturn,
        "issue-invoice": IssueInvoice,
        "import-statement": ImportStatement,
        "record-receipt": RecordReceipt,
        "apply-receipt": ApplyReceipt,
    }
)
"""Public names: a name once given keeps its meaning."""
