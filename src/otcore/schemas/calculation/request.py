"""What is asked: an invoice to calculate, as people write it. Amounts are strings in the invoice's currency."""

from datetime import date
from decimal import Decimal

from attrs import field, frozen

from otcore.invoicing.profile import Level, Posting
from otcore.values.decimals import decimal_of
from otcore.values.other_tax import TaxKind
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from otcore.values.rounding import Rounding
from otcore.values.tax import TaxCategory
from otcore.values.terms import PaymentTerms

_ONE = Decimal(1)
_ANY = "EUR"


def _quantity(value: str | Decimal) -> Decimal:
    return Quantity(value, "C62").value


def _price(value: str | Decimal) -> Decimal:
    return UnitPrice(value, _ANY).amount


def _per(value: str | Decimal) -> Decimal:
    return UnitPrice(0, _ANY, value).per


def _number(value: str | Decimal | None) -> Decimal | None:
    return None if value is None else decimal_of(value)


@frozen(kw_only=True)
class OtherTaxRequest:
    """A tax beside VAT: `rate` in percent or `per_unit`; `on` names the taxes it is due on too, `taxed`: VAT is due on
    it, `on_top`: it is not in prices that include tax.
    """

    scheme: str
    rate: Decimal | None = field(default=None, converter=_number)
    per_unit: Decimal | None = field(default=None, converter=_number)
    kind: TaxKind = TaxKind.ADDED
    on: tuple[str, ...] = ()
    taxed: bool = False
    on_top: bool = False


@frozen(kw_only=True)
class AdjustmentRequest:
    """An allowance or a charge: `amount`, or `percent` (of `base`; of what is left so far where `running`), or
    `per_unit` times `units`. `tax` and `taxes` are for those of the whole invoice.
    """

    charge: bool = False
    amount: Decimal | None = field(default=None, converter=_number)
    percent: Decimal | None = field(default=None, converter=_number)
    base: Decimal | None = field(default=None, converter=_number)
    per_unit: Decimal | None = field(default=None, converter=_number)
    units: Decimal | None = field(default=None, converter=_number)
    running: bool = False
    reason: str = ""
    reason_code: str = ""
    tax: TaxCategory | None = None
    taxes: tuple[OtherTaxRequest, ...] = ()


@frozen(kw_only=True)
class LineRequest:
    """A line: `quantity` of a `unit` (UN/ECE Recommendation 20) at a `price` for `per` units. `discount` is what was
    taken off the price before. `parts` are its sub-lines: then it is worth what they are.
    """

    id: str
    quantity: Decimal = field(converter=_quantity)
    price: Decimal = field(converter=_price)
    tax: TaxCategory
    unit: str = "C62"
    per: Decimal = field(default=_ONE, converter=_per)
    discount: Decimal = field(default=Decimal(0), converter=_price)
    adjustments: tuple[AdjustmentRequest, ...] = ()
    taxes: tuple[OtherTaxRequest, ...] = ()
    parts: "tuple[LineRequest, ...]" = ()


@frozen(kw_only=True)
class AdvanceRequest:
    """A payment before the invoice: an `amount`, or a `percent` of what it comes to."""

    amount: Decimal | None = field(default=None, converter=_number)
    percent: Decimal | None = field(default=None, converter=_number)
    reference: str = ""
    day: date | None = None
    description: str = ""


@frozen(kw_only=True)
class ThirdPartyRequest:
    """An amount that is collected for somebody else."""

    amount: Decimal = field(converter=decimal_of)
    kind: str = ""
    description: str = ""


@frozen(kw_only=True)
class TaxCurrencyRequest:
    """The currency tax is accounted in, and how much of it one unit of the invoice's currency is."""

    currency: str
    rate: Decimal


@frozen(kw_only=True)
class ProfileRequest:
    """How figures are rounded: a profile by its name; what else is said here goes before what it says."""

    name: str = "EN 16931"
    mode: Rounding | None = None
    level: Level | None = None
    digits: int | None = None
    guard: int | None = None
    tax_per_line: bool | None = None
    increment: Decimal | None = field(default=None, converter=_number)
    cash: Posting | None = None
    gross: Posting | None = None
    removal: Level | None = None


@frozen(kw_only=True)
class InvoiceRequest:
    """An invoice to calculate. `issued` with `terms` gives its instalments and early-payment discounts."""

    currency: str
    lines: tuple[LineRequest, ...]
    adjustments: tuple[AdjustmentRequest, ...] = ()
    prepaid: Decimal | None = field(default=None, converter=_number)
    advances: tuple[AdvanceRequest, ...] = ()
    third_party: tuple[ThirdPartyRequest, ...] = ()
    rounding: Decimal | None = field(default=None, converter=_number)
    tax_included: bool = False
    tax_currency: TaxCurrencyRequest | None = None
    profile: ProfileRequest | None = None
    issued: date | None = None
    terms: PaymentTerms | None = None
