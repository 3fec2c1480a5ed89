"""What an invoice is calculated from, and what can be wrong with it."""

from collections.abc import Iterator

from attrs import frozen

from otcore.invoicing.adjustments import adjustment_faults, currency_faults, mismatch
from otcore.invoicing.advances import Advance, ThirdPartyPayment
from otcore.invoicing.lines import LineInput
from otcore.invoicing.profile import EN_16931, Profile
from otcore.values.adjustment import Adjustment
from otcore.values.currencies import digits
from otcore.values.faults import Fault, Invalid
from otcore.values.money import Money
from otcore.values.rates import Rate


@frozen
class InvoiceInput:
    """The lines of an invoice and what is taken off or put on the whole of it.

    `prepaid` is what was paid before (BT-113), `advances` are payments before that are stated one by one, `third_party`
    is collected for others; `rounding` is what is added to round the payable amount (BT-114), with None it follows from
    the profile. `tax_included`: prices, and amounts of allowances and charges, include the tax. `tax_rate` turns the
    tax into the currency it is accounted in (BT-111). `profile` says how figures are rounded.
    Raises `Invalid` with every fault found, each with its JSON pointer: CURRENCY_UNKNOWN, CURRENCY_MISMATCH,
    LINES_MISSING, LINE_ID_DUPLICATE, ADJUSTMENT_AMOUNT, ADJUSTMENT_BASE, ADJUSTMENT_TAX_MISSING,
    ADJUSTMENT_TAX_ON_LINE and those of `Percentage`.
    """

    currency: str
    lines: tuple[LineInput, ...]
    adjustments: tuple[Adjustment, ...] = ()
    prepaid: Money | None = None
    rounding: Money | None = None
    advances: tuple[Advance, ...] = ()
    third_party: tuple[ThirdPartyPayment, ...] = ()
    tax_included: bool = False
    tax_rate: Rate | None = None
    profile: Profile = EN_16931

    def __attrs_post_init__(self) -> None:
        digits(self.currency)
        faults = tuple(_faults(self))
        if faults:
            raise Invalid(*faults)


def _faults(invoice: InvoiceInput) -> Iterator[Fault]:
    lines, currency = invoice.lines, invoice.currency
    if not lines:
        yield Fault("LINES_MISSING", "an invoice has at least one line (BR-16)", "/lines")
    if len({line.id for line in lines}) < len(lines):
        yield from _duplicates(lines)
    for index, line in enumerate(lines):
        if line.price.currency != currency:
            yield mismatch(currency, line.price.currency, f"/lines/{index}/price")
        if line.adjustments:
            yield from _line_adjustment_faults(line, currency, f"/lines/{index}/adjustments")
    for index, adjustment in enumerate(invoice.adjustments):
        yield from _document_adjustment_faults(adjustment, currency, f"/adjustments/{index}")
    yield from currency_faults(invoice.prepaid, currency, "/prepaid")
    yield from currency_faults(invoice.rounding, currency, "/rounding")


def _duplicates(lines: tuple[LineInput, ...]) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, line in enumerate(lines):
        if line.id in seen:
            yield Fault("LINE_ID_DUPLICATE", f"line id {line.id!a} is used before", f"/lines/{index}/id")
        seen.add(line.id)


def _line_adjustment_faults(line: LineInput, currency: str, path: str) -> Iterator[Fault]:
    for index, adjustment in enumerate(line.adjustments):
        yield from adjustment_faults(adjustment, currency, f"{path}/{index}")
        if adjustment.tax is not None:
            message = "an adjustment of a line is taxed as the line"
            yield Fault("ADJUSTMENT_TAX_ON_LINE", message, f"{path}/{index}/tax")


def _document_adjustment_faults(adjustment: Adjustment, currency: str, path: str) -> Iterator[Fault]:
    yield from adjustment_faults(adjustment, currency, path)
    if adjustment.tax is None:
        yield Fault("ADJUSTMENT_TAX_MISSING", "an adjustment of the document has its own tax category", f"{path}/tax")
