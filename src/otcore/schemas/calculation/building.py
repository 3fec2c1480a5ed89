"""From a request to what the arithmetic takes: its numbers become money of the invoice's currency."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from otcore.invoicing.advances import Advance, ThirdPartyPayment
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.lines import LineInput
from otcore.invoicing.profile import EN_16931
from otcore.schemas.calculation import request as asked
from otcore.schemas.calculation.profiles import profile_of
from otcore.values.adjustment import Adjustment
from otcore.values.currencies import digits
from otcore.values.faults import Fault, Invalid
from otcore.values.money import Money
from otcore.values.other_tax import OtherTax
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from otcore.values.rates import Rate

R = TypeVar("R")
T = TypeVar("T")


def invoice_input(request: asked.InvoiceRequest) -> InvoiceInput:
    """What is to be calculated. Raises `Invalid` with every fault, each with its place in the request."""
    digits(request.currency)
    return _Making(request.currency).invoice(request)


class _Making:
    """Everything is made in one currency. Each method raises `Invalid` with places as seen from what it makes."""

    def __init__(self, currency: str) -> None:
        self._currency = currency

    def invoice(self, request: asked.InvoiceRequest) -> InvoiceInput:
        made = _every(
            lines=lambda: _each(request.lines, self.line),
            adjustments=lambda: _each(request.adjustments, self.adjustment),
            prepaid=lambda: self.money(request.prepaid),
            rounding=lambda: self.money(request.rounding),
            advances=lambda: _each(request.advances, self.advance),
            third_party=lambda: _each(request.third_party, self.third_party),
            tax_rate=lambda: self.rate(request.tax_currency),
            profile=lambda: profile_of(request.profile) if request.profile else EN_16931,
        )
        return InvoiceInput(currency=self._currency, tax_included=request.tax_included, **made)

    def line(self, line: asked.LineRequest) -> LineInput:
        made = _every(
            quantity=lambda: Quantity(line.quantity, line.unit),
            price=lambda: UnitPrice(line.price, self._currency, line.per, line.discount),
            adjustments=lambda: _each(line.adjustments, self.adjustment),
            taxes=lambda: _each(line.taxes, self.other_tax),
            parts=lambda: _each(line.parts, self.line),
        )
        return LineInput(id=line.id, tax=line.tax, **made)

    def adjustment(self, one: asked.AdjustmentRequest) -> Adjustment:
        made = _every(
            amount=lambda: self.money(one.amount),
            base=lambda: self.money(one.base),
            per_unit=lambda: self.price(one.per_unit),
            taxes=lambda: _each(one.taxes, self.other_tax),
        )
        kept = {name: getattr(one, name) for name in ("charge", "percent", "units", "running", "tax")}
        return Adjustment(reason=one.reason, reason_code=one.reason_code, **kept, **made)

    def other_tax(self, one: asked.OtherTaxRequest) -> OtherTax:
        return OtherTax(one.scheme, one.rate, self.price(one.per_unit), one.kind, one.on, one.taxed, one.on_top)

    def advance(self, one: asked.AdvanceRequest) -> Advance:
        made = _every(amount=lambda: self.money(one.amount))
        return Advance(percent=one.percent, reference=one.reference, day=one.day, description=one.description, **made)

    def third_party(self, one: asked.ThirdPartyRequest) -> ThirdPartyPayment:
        return ThirdPartyPayment(
            kind=one.kind, description=one.description, **_every(amount=lambda: self.money(one.amount))
        )

    def rate(self, one: asked.TaxCurrencyRequest | None) -> Rate | None:
        return None if one is None else Rate(self._currency, one.currency, one.rate)

    def price(self, amount: Decimal | None) -> UnitPrice | None:
        return None if amount is None else UnitPrice(amount, self._currency)

    def money(self, amount: Decimal | None) -> Money | None:
        return None if amount is None else Money(amount, self._currency)


def _every(**makes: Callable[[], Any]) -> dict[str, Any]:
    """What each of them makes, by name. All are tried; their faults are raised together, each at its name."""
    made: dict[str, Any] = {}
    faults: list[Fault] = []
    for name, make in makes.items():
        try:
            made[name] = make()
        except Invalid as error:
            faults += error.at(f"/{name}").faults
    if faults:
        raise Invalid(*faults)
    return made


def _each(items: Sequence[T], make: Callable[[T], R]) -> tuple[R, ...]:
    """What `make` makes of every item; as `_every`, each at its index."""
    made = _every(**{str(index): lambda item=item: make(item) for index, item in enumerate(items)})
    return tuple(made.values())
