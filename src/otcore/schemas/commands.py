"""The commands that may come as JSON, by the names they have outside."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from otcore.catalog.listed_price import SetPrices
from otcore.catalog.price_list import PublishPriceList
from otcore.catalog.product import ListProduct
from otcore.customers.customer import OnboardCustomer
from otcore.invoicing.invoice import IssueInvoice
from otcore.orders.commands import AcknowledgeOrder, AgreeToChanges, CancelOrder, PlaceOrder, ReleaseHold
from otcore.orders.shipment import PostDespatch
from otcore.payments.importing import ImportStatement
from otcore.payments.recording import RecordReceipt
from otcore.reconciliation.command import ApplyReceipt
from otcore.stock.commands import ReceiveStock
from otcore.values.command import Command

COMMANDS: Mapping[str, type[Command[Any]]] = MappingProxyType(
    {
        "onboard-customer": OnboardCustomer,
        "list-product": ListProduct,
        "publish-price-list": PublishPriceList,
        "set-prices": SetPrices,
        "receive-stock": ReceiveStock,
        "place-order": PlaceOrder,
        "acknowledge-order": AcknowledgeOrder,
        "agree-to-changes": AgreeToChanges,
        "release-hold": ReleaseHold,
        "cancel-order": CancelOrder,
        "post-despatch": PostDespatch,
        "issue-invoice": IssueInvoice,
        "import-statement": ImportStatement,
        "record-receipt": RecordReceipt,
        "apply-receipt": ApplyReceipt,
    }
)
"""Public names: a name once given keeps its meaning."""
