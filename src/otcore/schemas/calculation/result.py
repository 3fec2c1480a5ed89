"""The calculated invoice as JSON: every amount a string with the decimals that are printed."""

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.calculation import Totals
from otcore.invoicing.explaining.step import Step, written
from otcore.invoicing.lines import LineTotal
from otcore.invoicing.tax import OtherTaxTotal, TaxSubtotal
from otcore.values.decimals import plain
from otcore.values.money import Money
from otcore.values.rounding import round_to
from otcore.values.terms import DiscountOffer, Instalment

Json = dict[str, Any]


@frozen
class Result:
    """Writes results: amounts with as many decimals as the profile prints."""

    digits: int

    def totals(self, totals: Totals) -> Json:
        """The totals, the names as in `Totals`. What there is none of is left out."""
        amount, optional = self.amount, self._optional
        return _said(
            currency=totals.payable.currency,
            lines=list(map(self._line, totals.lines)),
            line_net=amount(totals.line_net),
            adjustments=self._adjustments(totals.adjustments),
            allowances=amount(totals.allowances),
            charges=amount(totals.charges),
            tax_exclusive=amount(totals.tax_exclusive),
            subtotals=list(map(self._subtotal, totals.subtotals)),
            tax=amount(totals.tax),
            taxes=list(map(self._other_tax, totals.taxes)),
            other_taxes=optional(totals.other_taxes),
            tax_included=optional(totals.tax_included),
            tax_inclusive=amount(totals.tax_inclusive),
            withheld=optional(totals.withheld),
            advances=[_said(amount=amount(each.amount), reference=each.reference) for each in totals.advances],
            prepaid=amount(totals.prepaid),
            third_party=optional(totals.third_party),
            rounding=amount(totals.rounding),
            payable=amount(totals.payable),
            tax_accounted=totals.tax_accounted and _with_currency(totals.tax_accounted),
        )

    def instalment(self, instalment: Instalment) -> Json:
        """`{"due", "amount"}`."""
        return {"due": instalment.due.isoformat(), "amount": self.amount(instalment.amount)}

    def discount(self, offer: DiscountOffer) -> Json:
        """`{"until", "percent", "base", "amount"}`."""
        percent, base, off = plain(offer.percent.value), self.amount(offer.base), self.amount(offer.amount)
        return {"until": offer.until.isoformat(), "percent": percent, "base": base, "amount": off}

    def step(self, step: Step) -> Json:
        """A step of an explanation: what `says` tells in one line, and the same in parts."""
        given = [_said(name=each.name, value=each.value, figure=each.figure, source=each.source) for each in step.given]
        return _said(
            figure=step.figure,
            says=str(step),
            value=f"{step.value.amount:f}",
            kind=str(step.kind),
            formula=step.formula,
            rule=step.rule,
            given=given,
            exact=written(step.exact),
            rounding=step.rounding,
        )

    def amount(self, money: Money) -> str:
        """The amount without its currency; a discount or an instalment may be finer than what is printed."""
        exact = money.amount
        printed = round_to(exact, self.digits)
        return f"{printed if printed == exact else exact:f}"

    def _optional(self, money: Money | None) -> str | None:
        return None if money is None else self.amount(money)

    def _line(self, line: LineTotal) -> Json:
        return _said(
            id=line.id,
            gross=self.amount(line.gross),
            adjustments=self._adjustments(line.adjustments),
            net=self.amount(line.net),
            tax=self._optional(line.tax),
            with_tax=self._optional(line.with_tax),
            parts=list(map(self._line, line.parts)),
        )

    def _adjustments(self, settled: Iterable[AllowanceCharge]) -> list[Json]:
        return [{"charge": each.charge} | self._adjustment(each) for each in settled]

    def _adjustment(self, settled: AllowanceCharge) -> Json:
        return _said(
            amount=self.amount(settled.amount),
            with_tax=self._optional(settled.with_tax),
            percent=settled.percent is not None and plain(settled.percent),
            base=self._optional(settled.base),
            reason=settled.reason,
            reason_code=settled.reason_code,
        )

    def _subtotal(self, subtotal: TaxSubtotal) -> Json:
        category = subtotal.category
        return _said(
            code=category.code,
            rate=plain(category.rate),
            exemption_reason=category.exemption_reason,
            exemption_code=category.exemption_code,
            taxable=self.amount(subtotal.taxable),
            tax=self.amount(subtotal.tax),
        )

    def _other_tax(self, total: OtherTaxTotal) -> Json:
        tax = total.tax
        return _said(
            scheme=tax.scheme,
            kind=str(tax.kind),
            rate=tax.rate is not None and plain(tax.rate),
            per_unit=tax.per_unit is not None and plain(tax.per_unit.amount),
            taxable=self.amount(total.taxable),
            amount=self.amount(total.amount),
        )


def _with_currency(money: Money) -> Json:
    return {"amount": f"{money.amount:f}", "currency": money.currency}


def _said(**members: Any) -> Json:
    """The members that say anything."""
    return {name: value for name, value in members.items() if value}
