"""The books as JSON: amounts are strings with the currency's decimals, figures without a value say why."""

from collections.abc import Mapping
from typing import Any

from otcore.cli.books import Books
from otcore.cli.order_words import standing, why
from otcore.formats.words import bucket_names, netted
from otcore.invoicing.invoice import Invoice
from otcore.kpi.aging import Aging, AgingRow
from otcore.kpi.buckets import AgingSpec
from otcore.kpi.cash import CashLine, CashReport
from otcore.kpi.grouping import BY_CUSTOMER
from otcore.kpi.measure import Measure
from otcore.kpi.report import Figures, KpiReport
from otcore.orders.fulfilment import invoiced, shipped
from otcore.orders.hold import Hold
from otcore.orders.order import Order
from otcore.receivables.item import Receivable
from otcore.values.money import Money

Json = dict[str, Any]


def summary_json(books: Books) -> Json:
    """The seller, every order and every invoice."""
    return {
        "as_of": books.as_of.isoformat(),
        "seller": books.seller.party.name,
        "customers": books.names,
        "orders": [order_json(order) for order in books.orders],
        "invoices": [invoice_json(invoice, books.items[invoice.id]) for invoice in books.invoices],
    }


def order_json(order: Order) -> Json:
    """Where an order stands, and why."""
    return {
        "id": order.id,
        "customer": order.customer,
        "reference": order.details.reference,
        "day": order.day.isoformat(),
        "currency": order.currency,
        "value": amount(order.value),
        "status": order.status.value,
        "standing": standing(order),
        "response": order.response.value if order.response else None,
        "shipped": shipped(order).value,
        "invoiced": invoiced(order).value,
        "holds": [_hold(hold) for hold in order.holds],
        "reasons": list(order.reasons),
        "why": why(order),
    }


def invoice_json(invoice: Invoice, item: Receivable) -> Json:
    """An invoice and what is still open of it."""
    document, totals = invoice.document, invoice.document.totals
    return {
        "number": invoice.id,
        "customer": invoice.customer,
        "order": invoice.order,
        "shipment": invoice.shipment,
        "issued": document.issued.isoformat(),
        "due": document.due and document.due.isoformat(),
        "currency": document.currency,
        "tax_exclusive": amount(totals.tax_exclusive),
        "tax": amount(totals.tax),
        "payable": amount(totals.payable),
        "open": amount(item.open),
        "overdue": item.overdue,
        "payment_reference": document.payment.payment_id,
    }


def cash_json(reports: tuple[CashReport, ...]) -> list[Json]:
    """What came in, a block a currency."""
    return [
        {
            "currency": report.currency,
            "until": report.until.isoformat(),
            **_sums(report),
            "receipts": [_receipt(line) for line in report.lines],
        }
        for report in reports
    ]


def kpi_json(report: KpiReport) -> Json:
    """The figures of the day, a block a currency."""
    return {"as_of": report.as_of.isoformat(), "currencies": [_figures(each) for each in report.figures]}


def aging_json(aging: Aging) -> Json:
    """The aging: its total, and a row a customer, or what else the rows are."""
    names = bucket_names(aging.spec)
    rows = "customers" if aging.by == BY_CUSTOMER.name else aging.by
    return {
        "counted_from": aging.spec.anchor.value,
        "total": _aged(aging.total, names, aging.spec),
        rows: {row.customer: _aged(row, names, aging.spec) for row in aging.rows},
    }


def amount(value: Money) -> str:
    """An amount without its currency, which stands beside it."""
    return f"{value.amount:f}"


def _hold(hold: Hold) -> Json:
    figures = dict(hold.figures)
    return {
        "kind": hold.kind.value,
        "code": hold.code,
        "since": hold.since.isoformat(),
        "why": hold.why,
        "figures": figures,
    }


def _receipt(line: CashLine) -> Json:
    return {
        "receipt": line.receipt,
        "booked": line.day.isoformat(),
        "customer": line.customer,
        "payer": line.payer,
        **_sums(line),
        "standing": line.standing,
        "rule": line.rule,
        "reason": line.reason,
        "allocations": [{"invoice": part.item, "amount": amount(part.amount)} for part in line.allocations],
    }


def _sums(of: CashLine | CashReport) -> Json:
    return {
        "received": amount(of.received),
        "applied": amount(of.applied),
        "on_account": amount(of.on_account),
        "unidentified": amount(of.unidentified),
        "unapplied": amount(of.unapplied),
        "returned": amount(of.returned),
    }


def _figures(figures: Figures) -> Json:
    balance = figures.balance
    return {
        "currency": figures.currency,
        "open_balance": amount(balance.open),
        "control_account": amount(balance.control),
        "unapplied_cash": amount(balance.unapplied),
        "overdue": {"amount": amount(figures.overdue.numerator), "percent": _value(figures.overdue)},
        "dso": _dso(figures),
        "aging": aging_json(figures.aging),
        "open_items": len(balance.items),
    }


def _dso(figures: Figures) -> Json:
    measure = figures.dso
    return {
        "days": _value(measure),
        "period_days": measure.factor,
        "receivables": amount(measure.numerator),
        "sales": amount(measure.denominator),
    }


def _aged(row: AgingRow, names: tuple[str, ...], spec: AgingSpec) -> Mapping[str, Any]:
    buckets = {name: amount(value) for name, value in zip(names, row.buckets, strict=True)}
    sums = {"items": row.items, "buckets": buckets, "open": amount(row.open), "unapplied": amount(row.unapplied)}
    return {**sums, "apart": amount(row.apart)} if netted(spec) else sums


def _value(measure: Measure[Any, Money]) -> str | Json:
    return {"none": measure.reason} if measure.printed is None else f"{measure.printed:f}"
