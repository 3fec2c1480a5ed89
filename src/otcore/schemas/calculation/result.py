"""The calculated invoice as JSON: every amount a string with the decimals that are printed."""

from collections.abc import Iterable
from typing import Any

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.calculation import Totals
from otcore.invoicing.lines import LineTotal
from otcore.invoicing.tax import OtherTaxTotal, TaxSubtotal
from otcore.values.decimals import plain
from otcore.values.money import Money
from otcore.values.terms import DiscountOffer, Instalment

Json = dict[str, Any]


def totals_json(totals: Totals) -> Json:
    """The totals, the names as in `Totals`. What there is none of is left out."""
    return _said(
        currency=totals.payable.currency,
        lines=[_line(line) for line in totals.lines],
        line_net=amount(totals.line_net),
        adjustments=_adjustments(totals.adjustments),
        allowances=amount(totals.allowances),
        charges=amount(totals.charges),
        tax_exclusive=amount(totals.tax_exclusive),
        subtotals=[_subtotal(each) for each in totals.subtotals],
        tax=amount(totals.tax),
        taxes=[_other_tax(each) for each in totals.taxes],
        other_taxes=_optional(totals.other_taxes),
        tax_included=_optional(totals.tax_included),
        tax_inclusive=amount(totals.tax_inclusive),
        withheld=_optional(totals.withheld),
        advances=[_said(amount=amount(each.amount), reference=each.reference) for each in totals.advances],
        prepaid=amount(totals.prepaid),
        third_party=_optional(totals.third_party),
        rounding=amount(totals.rounding),
        payable=amount(totals.payable),
        tax_accounted=totals.tax_accounted
        and {"amount": amount(totals.tax_accounted), "currency": totals.tax_accounted.currency},
    )


def instalment_json(instalment: Instalment) -> Json:
    """`{"due", "amount"}`."""
    return {"due": instalment.due.isoformat(), "amount": amount(instalment.amount)}


def discount_json(offer: DiscountOffer) -> Json:
    """`{"until", "percent", "base", "amount"}`."""
    percent = plain(offer.percent.value)
    return {
        "until": offer.until.isoformat(),
        "percent": percent,
        "base": amount(offer.base),
        "amount": amount(offer.amount),
    }


def amount(money: Money) -> str:
    """The amount without its currency, with the currency's decimals."""
    return f"{money.amount:f}"


def _optional(money: Money | None) -> str | None:
    return None if money is None else amount(money)


def _with_currency(money: Money) -> Json:
    return {"amount": amount(money), "currency": money.currency}


def _line(line: LineTotal) -> Json:
    return _said(
        id=line.id,
        gross=amount(line.gross),
        adjustments=_adjustments(line.adjustments),
        net=amount(line.net),
        tax=_optional(line.tax),
        with_tax=_optional(line.with_tax),
        parts=[_line(part) for part in line.parts],
    )


def _adjustments(settled: Iterable[AllowanceCharge]) -> list[Json]:
    return [
        {"charge": each.charge}
        | _said(
            amount=amount(each.amount),
            percent=each.percent is not None and plain(each.percent),
            base=_optional(each.base),
            reason=each.reason,
            reason_code=each.reason_code,
        )
        for each in settled
    ]


def _subtotal(subtotal: TaxSubtotal) -> Json:
    category = subtotal.category
    return _said(
        code=category.code,
        rate=plain(category.rate),
        exemption_reason=category.exemption_reason,
        exemption_code=category.exemption_code,
        taxable=amount(subtotal.taxable),
        tax=amount(subtotal.tax),
    )


def _other_tax(total: OtherTaxTotal) -> Json:
    tax = total.tax
    return _said(
        scheme=tax.scheme,
        kind=str(tax.kind),
        rate=tax.rate is not None and plain(tax.rate),
        per_unit=tax.per_unit is not None and plain(tax.per_unit.amount),
        taxable=amount(total.taxable),
        amount=amount(total.amount),
    )


def _said(**members: Any) -> Json:
    """The members that say anything."""
    return {name: value for name, value in members.items() if value}
