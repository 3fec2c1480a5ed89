"""An invoice as it states itself: every figure that a rule speaks of, and nothing checked yet.

The parts are those of EN 16931 (business groups BG-20 to BG-29) and of the XRechnung extension (sub invoice lines,
third party payments). Nothing must be there: a part that lacks a figure has a `Figure` that is missing.
"""

from collections.abc import Iterable, Iterator

from attrs import frozen

from otcore.invoicing.checking.difference import Difference
from otcore.invoicing.checking.figure import Code, Figure
from otcore.values.fast_init import fast_init


@fast_init
@frozen
class StatedCategory:
    """A VAT category code (BT-95, BT-102, BT-118, BT-151) with its rate. `vat`: its tax scheme is VAT."""

    code: str
    rate: Figure
    vat: bool


@fast_init
@frozen
class StatedAdjustment:
    """An allowance or a charge (BG-20, BG-21, BG-27, BG-28). `charge` is None when it does not say which it is.

    `category` is stated at document level only.
    """

    charge: bool | None
    amount: Figure
    percent: Figure
    base: Figure
    category: StatedCategory | None = None


@fast_init
@frozen
class StatedPrice:
    """The price of an item (BG-29): net (BT-146), gross (BT-148), what is between (BT-147), base quantity (BT-149).

    `gross_base` is the base quantity of the gross price, where the syntax has one for each.
    """

    net: Figure
    gross: Figure
    discount: Figure
    base_quantity: Figure
    gross_base: Figure


@fast_init
@frozen
class StatedLine:
    """An invoice line (BG-25): quantity (BT-129), net amount (BT-131). `lines` are the sub lines it is made up of."""

    path: str
    quantity: Figure
    price: StatedPrice
    net: Figure
    adjustments: tuple[StatedAdjustment, ...]
    category: StatedCategory | None
    lines: tuple["StatedLine", ...] = ()


@frozen
class StatedSubtotal:
    """A VAT category of the breakdown (BG-23): taxable amount (BT-116), tax (BT-117), category and rate."""

    taxable: Figure
    tax: Figure
    category: StatedCategory | None


@frozen
class StatedTaxTotal:
    """A total of VAT (BT-110, or BT-111 in the tax currency), with the breakdown that stands under it."""

    amount: Figure
    currency: str
    subtotals: tuple[StatedSubtotal, ...] = ()


@frozen(kw_only=True)
class StatedTotals:
    """The document totals (BG-22)."""

    line_net: Figure
    """BT-106"""
    allowances: Figure
    """BT-107"""
    charges: Figure
    """BT-108"""
    exclusive: Figure
    """BT-109"""
    inclusive: Figure
    """BT-112"""
    prepaid: Figure
    """BT-113"""
    rounding: Figure
    """BT-114"""
    payable: Figure
    """BT-115"""


@frozen(kw_only=True)
class StatedInvoice:
    """An invoice or a credit note. `syntax` is "UBL" or "CII", `kind` the name of the document in it.

    `breakdown` and `line_path` are the
    paths where a subtotal and a line stand or would stand. `third_party` are the amounts of BG-DEX-09; None
    for a document that does not follow the XRechnung extension, which alone knows them. `faults` is what the reader
    found wrong with figures: those that are no numbers, and those that stand twice (the first counts).
    """

    syntax: str
    kind: str
    currency: Code
    tax_currency: Code
    totals: StatedTotals
    tax_totals: tuple[StatedTaxTotal, ...]
    adjustments: tuple[StatedAdjustment, ...]
    lines: tuple[StatedLine, ...]
    breakdown: str
    line_path: str
    third_party: tuple[Figure, ...] | None = None
    faults: tuple[Difference, ...] = ()

    @property
    def subtotals(self) -> tuple[StatedSubtotal, ...]:
        """The whole VAT breakdown."""
        return tuple(subtotal for total in self.tax_totals for subtotal in total.subtotals)

    @property
    def own_subtotals(self) -> tuple[StatedSubtotal, ...]:
        """The breakdown in the invoice's currency: the one that can be held against the lines."""
        own = ("", self.currency.text)
        totals = [total for total in self.tax_totals if total.currency in own or not self.currency.text]
        return tuple(subtotal for total in totals for subtotal in total.subtotals)

    @property
    def all_lines(self) -> Iterator[StatedLine]:
        """Every line with its sub lines, in the order of the document."""
        return _with_sub_lines(self.lines)


def _with_sub_lines(lines: Iterable[StatedLine]) -> Iterator[StatedLine]:
    waiting = list(reversed(list(lines)))
    while waiting:
        line = waiting.pop()
        yield line
        waiting += reversed(line.lines)
