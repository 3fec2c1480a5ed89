"""What is billed, before tax: quantity x price, then allowances and charges in the order they are stated."""

from decimal import Decimal

from attrs import frozen

from otcore.invoicing.calculation.figures import Exact, Figures, hundredth
from otcore.invoicing.lines import LineInput
from otcore.invoicing.profile import Level
from otcore.values.adjustment import Adjustment


@frozen
class Settled:
    """An allowance or a charge with its amount, and the base of its percentage."""

    asked: Adjustment
    amount: Exact
    base: Exact | None
    decimals: int

    @property
    def signed(self) -> Exact:
        """A charge as it is, an allowance negated."""
        return self.amount if self.asked.charge else -self.amount


@frozen
class BilledLine:
    """A line: `gross` before its allowances and charges, `amount` after; with the tax where prices include it."""

    line: LineInput
    gross: Exact
    amount: Exact
    settled: tuple[Settled, ...]
    parts: "tuple[BilledLine, ...]"
    decimals: int


def billed_line(line: LineInput, figures: Figures) -> BilledLine:
    """The amounts of a line (BT-131 = quantity x price / base quantity - allowances + charges), or of its parts."""
    parts = tuple([billed_line(part, figures) for part in line.parts])
    if parts:
        gross: Exact = sum([part.amount for part in parts])
        decimals = max([part.decimals for part in parts])
    else:
        decimals = figures.decimals(line.price)
        gross = figures.of_line(figures.extended(line.price, line.quantity.value), decimals)
    steps = _Steps(figures, decimals, line.quantity.value)
    settled = steps.settle(line.adjustments, gross)
    amount = gross + sum([each.signed for each in settled])
    return BilledLine(line, gross, amount, settled, parts, 0 if figures.level is Level.LINE else decimals)


def billed_adjustments(
    adjustments: tuple[Adjustment, ...], lines: tuple[BilledLine, ...], figures: Figures
) -> tuple[Settled, ...]:
    """The allowances and charges of the document; percentages are of the sum of the lines where none is named."""
    decimals = max([line.decimals for line in lines])
    return _Steps(figures, decimals, None).settle(adjustments, figures.of_total(sum([line.amount for line in lines])))


@frozen
class _Steps:
    """Allowances and charges on something of so many units; `quantity` None: on the document."""

    figures: Figures
    decimals: int
    quantity: Decimal | None

    def settle(self, adjustments: tuple[Adjustment, ...], start: Exact) -> tuple[Settled, ...]:
        """Each with its amount, in order; `running` ones are of what those before it left."""
        done: list[Settled] = []
        left = start
        for item in adjustments:
            done.append(self._settled(item, left if item.running else start))
            left += done[-1].signed
        return tuple(done)

    def _settled(self, item: Adjustment, base: Exact) -> Settled:
        if item.percent is not None:
            of = base if item.base is None else self.figures.units(item.base)
            return self._at(item, of * hundredth(item.percent), of, self.decimals)
        least = self.decimals if self.quantity is not None else self.figures.guard or 0
        if item.per_unit is None:
            assert item.amount is not None  # an `InvoiceInput` is checked when made
            return self._at(item, self.figures.units(item.amount), None, least)
        units = self.quantity if item.units is None else item.units
        assert units is not None  # as above
        decimals = max(least, self.figures.decimals(item.per_unit))
        return self._at(item, self.figures.extended(item.per_unit, units), None, decimals)

    def _at(self, item: Adjustment, value: Exact, base: Exact | None, decimals: int) -> Settled:
        rounded = self.figures.of_line if self.quantity is not None else self.figures.of_document
        return Settled(item, rounded(value, decimals), base, decimals)
