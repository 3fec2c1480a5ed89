"""Every kind of aggregate the library stores. A store is built from this list; its names are for ever."""

from typing import Any

from otcore.access import audit
from otcore.catalog import listed_price, price_list, product
from otcore.customers import alias, customer, group, namesake
from otcore.customers.credit import account as credit
from otcore.customers.events import EVENTS as CUSTOMER_EVENTS
from otcore.invoicing import invoice
from otcore.invoicing.credit_notes import credit_note
from otcore.invoicing.credit_notes.events import EVENTS as CREDIT_NOTE_EVENTS
from otcore.invoicing.invoices import draft
from otcore.invoicing.invoices.events import DRAFT_EVENTS
from otcore.invoicing.invoices.events import EVENTS as INVOICE_EVENTS
from otcore.orders import evolution, order
from otcore.orders.events import EVENTS
from otcore.orders.returns import events as return_events
from otcore.orders.returns import returned_goods as returns
from otcore.orders.shipments import events as shipment_events
from otcore.orders.shipments import shipment
from otcore.payments import bank_account, bank_reversal, importing, matching_run, payment_batch, receipt, taken_advice
from otcore.payments.direct_debit import collection, mandate
from otcore.payments.direct_debit.collection_events import EVENTS as COLLECTION_EVENTS
from otcore.payments.direct_debit.mandate_events import EVENTS as MANDATE_EVENTS
from otcore.payments.gateway import payment as gateway_payment
from otcore.payments.gateway import payout
from otcore.payments.gateway.events import EVENTS as GATEWAY_EVENTS
from otcore.payments.refunds import refund
from otcore.payments.refunds.events import EVENTS as REFUND_EVENTS
from otcore.ports.kinds import Kind
from otcore.receivables import item
from otcore.stock import item as stock
from otcore.stock.events import EVENTS as STOCK_EVENTS
from otcore.support import dispute_case
from otcore.support.events import EVENTS as DISPUTE_EVENTS

AUDIT = Kind("audit", audit.Trail, (audit.ActionTaken, audit.ActionRefused), audit.evolve, audit.facets)
CUSTOMER = Kind("customer", customer.Customer, CUSTOMER_EVENTS, customer.evolve, customer.facets, schema=2)
CUSTOMER_GROUP = Kind("customer_group", group.CustomerGroup, (group.GroupDefined,), group.evolve, group.facets)
ALIAS = Kind("alias", alias.Alias, (alias.AliasTaken, alias.AliasFreed), alias.evolve, alias.facets, schema=2)
NAMESAKE = Kind(
    "namesake", namesake.Namesake, (namesake.NamesakeJoined, namesake.NamesakeLeft), namesake.evolve, namesake.facets
)
CREDIT = Kind("credit", credit.CreditAccount, credit.EVENTS, credit.evolve, credit.facets, schema=2)
PRODUCT = Kind(
    "product",
    product.Product,
    (product.ProductListed, product.ProductChanged),
    product.evolve,
    product.facets,
    schema=2,
)
PRICE_LIST = Kind(
    "price_list", price_list.PriceList, (price_list.PriceListPublished,), price_list.evolve, price_list.facets
)
PRICE = Kind(
    "price", listed_price.ListedPrice, (listed_price.PricesSet,), listed_price.evolve, listed_price.facets, schema=2
)
STOCK = Kind("stock", stock.StockItem, STOCK_EVENTS, stock.evolve, stock.facets, schema=2)
ORDER = Kind("order", order.Order, EVENTS, evolution.evolve, order.facets, schema=2)
SHIPMENT = Kind("shipment", shipment.Shipment, shipment_events.EVENTS, shipment.evolve, shipment.facets, schema=2)
RETURN = Kind("return", returns.Return, return_events.EVENTS, returns.evolve, returns.facets)
INVOICE = Kind("invoice", invoice.Invoice, INVOICE_EVENTS, invoice.evolve, invoice.facets, schema=2)
INVOICE_DRAFT = Kind("invoice_draft", draft.InvoiceDraft, DRAFT_EVENTS, draft.evolve, draft.facets)
CREDIT_NOTE = Kind("credit_note", credit_note.CreditNote, CREDIT_NOTE_EVENTS, credit_note.evolve, credit_note.facets)
RECEIVABLE = Kind("receivable", item.Receivable, item.EVENTS, item.evolve, item.facets, schema=2)
DISPUTE = Kind("dispute", dispute_case.DisputeCase, DISPUTE_EVENTS, dispute_case.evolve, dispute_case.facets)
STATEMENT = Kind(
    "statement",
    importing.Statement,
    (importing.StatementImported,),
    importing.evolve,
    importing.facets,
    schema=2,
)
MATCHING_RUN = Kind(
    "matching_run", matching_run.MatchingRun, matching_run.EVENTS, matching_run.evolve, matching_run.facets
)
BANK_ACCOUNT = Kind(
    "bank_account", bank_account.BankAccount, (bank_account.StatementAdded,), bank_account.evolve, bank_account.facets
)
BANK_REVERSAL = Kind(
    "bank_reversal", bank_reversal.BankReversal, bank_reversal.EVENTS, bank_reversal.evolve, bank_reversal.facets
)
RECEIPT = Kind(
    "receipt",
    receipt.Receipt,
    receipt.EVENTS,
    receipt.evolve,
    receipt.facets,
    schema=2,
)
REMITTANCE_ADVICE = Kind(
    "remittance_advice", taken_advice.TakenAdvice, taken_advice.EVENTS, taken_advice.evolve, taken_advice.facets
)
GATEWAY_PAYMENT = Kind(
    "gateway_payment", gateway_payment.GatewayPayment, GATEWAY_EVENTS, gateway_payment.evolve, gateway_payment.facets
)
PAYOUT = Kind("payout", payout.Payout, payout.EVENTS, payout.evolve, payout.facets)
MANDATE = Kind("mandate", mandate.Mandate, MANDATE_EVENTS, mandate.evolve, mandate.facets)
COLLECTION = Kind("collection", collection.Collection, COLLECTION_EVENTS, collection.evolve, collection.facets)
REFUND = Kind("refund", refund.Refund, REFUND_EVENTS, refund.evolve, refund.facets)
PAYMENT_BATCH = Kind(
    "payment_batch",
    payment_batch.PaymentBatch,
    payment_batch.EVENTS,
    payment_batch.evolve,
    payment_batch.facets,
)

KINDS: tuple[Kind[Any], ...] = (
    AUDIT,
    CUSTOMER,
    CUSTOMER_GROUP,
    ALIAS,
    NAMESAKE,
    CREDIT,
    PRODUCT,
    PRICE_LIST,
    PRICE,
    STOCK,
    ORDER,
    SHIPMENT,
    RETURN,
    INVOICE,
    INVOICE_DRAFT,
    CREDIT_NOTE,
    RECEIVABLE,
    DISPUTE,
    STATEMENT,
    BANK_ACCOUNT,
    BANK_REVERSAL,
    MATCHING_RUN,
    RECEIPT,
    REMITTANCE_ADVICE,
    GATEWAY_PAYMENT,
    PAYOUT,
    MANDATE,
    COLLECTION,
    REFUND,
    PAYMENT_BATCH,
)
