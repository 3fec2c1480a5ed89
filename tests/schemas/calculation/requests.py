"""Requests to calculate, made of invoices that are known."""

import json
from decimal import Decimal
from typing import Any

from attrs import asdict

from otcore.invoicing.calculation import InvoiceInput, LineInput
from otcore.invoicing.profile import EN_16931
from otcore.schemas.writing import json_of
from otcore.values.adjustment import Adjustment
from otcore.values.money import Money
from otcore.values.other_tax import OtherTax

Json = dict[str, Any]


def request_of(invoice: InvoiceInput) -> bytes:
    """The request that asks for this invoice."""
    found = {
        "currency": invoice.currency,
        "lines": list(map(_line, invoice.lines)),
        "adjustments": list(map(_adjustment, invoice.adjustments)),
        "prepaid": _amount(invoice.prepaid),
        "rounding": _amount(invoice.rounding),
        "advances": [_said(amount=_amount(each.amount), percent=_number(each.percent)) for each in invoice.advances],
        "third_party": [{"amount": _amount(each.amount)} for each in invoice.third_party],
        "tax_included": invoice.tax_included,
        "tax_currency": invoice.tax_rate
        and {"currency": invoice.tax_rate.target, "rate": _number(invoice.tax_rate.value)},
        "profile": None if invoice.profile == EN_16931 else _profile(invoice),
    }
    return json.dumps(_said(**found)).encode()


def _profile(invoice: InvoiceInput) -> Json:
    """All of it: some of these profiles have no name that is known."""
    said = {name: value for name, value in asdict(invoice.profile).items() if value is not None and name != "name"}
    return {"name": EN_16931.name} | {name: _plain(value) for name, value in said.items()}


def _plain(value: Any) -> Any:
    return _number(value) if isinstance(value, Decimal) else value


def _line(line: LineInput) -> Json:
    return _said(
        id=line.id,
        quantity=_number(line.quantity.value),
        unit=line.quantity.unit,
        price=_number(line.price.amount),
        per=_number(line.price.per),
        discount=_number(line.price.discount),
        tax=json_of(line.tax),
        adjustments=list(map(_adjustment, line.adjustments)),
        taxes=list(map(_other_tax, line.taxes)),
        parts=list(map(_line, line.parts)),
    )


def _adjustment(item: Adjustment) -> Json:
    return {"charge": item.charge} | _said(
        amount=_amount(item.amount),
        percent=_number(item.percent),
        base=_amount(item.base),
        per_unit=item.per_unit and _number(item.per_unit.amount),
        units=_number(item.units),
        running=item.running,
        reason=item.reason,
        tax=item.tax and json_of(item.tax),
        taxes=list(map(_other_tax, item.taxes)),
    )


def _other_tax(tax: OtherTax) -> Json:
    return _said(
        scheme=tax.scheme,
        rate=_number(tax.rate),
        per_unit=tax.per_unit and _number(tax.per_unit.amount),
        kind=str(tax.kind),
        on=list(tax.on),
        taxed=tax.taxed,
        on_top=tax.on_top,
    )


def _amount(money: Money | None) -> str | None:
    return None if money is None else f"{money.amount:f}"


def _number(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _said(**members: Any) -> Json:
    return {name: value for name, value in members.items() if value not in (None, [], False)}
