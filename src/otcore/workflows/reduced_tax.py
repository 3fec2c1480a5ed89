"""The tax in what was closed of an invoice without cash, asked of the books."""

from otcore.ports.aggregates import INVOICE, RECEIVABLE
from otcore.receivables.reduced_tax import AskReducedTax, ReducedTax, reduced_tax
from otcore.workflows.requests import Flow, Load


def ask_reduced_tax(query: AskReducedTax) -> Flow[tuple[ReducedTax, ...]]:
    """By the categories and rates of the invoice."""
    invoice = (yield from Load(INVOICE, query.invoice)).some
    item = (yield from Load(RECEIVABLE, invoice.id)).some
    return reduced_tax(item, invoice.document.totals.subtotals, query.why)
