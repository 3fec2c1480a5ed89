"""The printed figures: lines, allowances and charges whose parts add up to the totals."""

from collections.abc import Sequence
from fractions import Fraction

from attrs import frozen

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.amounts import money
from otcore.invoicing.calculation.billed import BilledLine, Settled
from otcore.invoicing.calculation.figures import Exact, Figures
from otcore.invoicing.calculation.removal import gross_of
from otcore.invoicing.calculation.sharing import shared
from otcore.invoicing.calculation.sums import Sums
from otcore.invoicing.calculation.supplies import Supply
from otcore.invoicing.lines import LineTotal
from otcore.values.fast_init import changed


@frozen
class Printer:
    """Prints figures; `included`: prices include tax."""

    figures: Figures
    included: bool

    def lines(
        self, lines: Sequence[BilledLine], supplies: Sequence[Supply], nets: Sequence[Exact], line_net: Exact
    ) -> tuple[LineTotal, ...]:
        """The lines, their nets shared out from BT-106 (BR-CO-10), and so their amounts with tax."""
        whole = shared(self.figures.whole(line_net), nets)
        with_tax = self._with_tax([line.amount for line in lines], whole)
        rows = zip(lines, whole, with_tax, supplies, strict=True)
        return tuple([self._line(line, net, amount, supply) for line, net, amount, supply in rows])

    def adjustments(self, settled: Sequence[Settled], nets: Sequence[Exact], sums: Sums) -> tuple[AllowanceCharge, ...]:
        """The document's allowances and charges, shared out from BT-107 and BT-108 (BR-CO-11, BR-CO-12)."""
        printed: list[AllowanceCharge] = [self._adjustment(each) for each in settled]
        for charge, total in ((False, sums.allowances), (True, sums.charges)):
            members = [at for at, each in enumerate(settled) if each.asked.charge is charge]
            signed = [nets[at] if charge else -nets[at] for at in members]
            amounts = shared(self.figures.whole(total), signed)
            with_tax = self._with_tax([settled[at].amount for at in members], amounts)
            for at, amount, whole in zip(members, amounts, with_tax, strict=True):
                printed[at] = self._on_document(settled[at], amount, whole)
        return tuple(printed)

    def _with_tax(self, amounts: Sequence[Exact], printed: list[int]) -> list[int]:
        """The amounts as they are stated: with the tax where prices include it."""
        return shared(self.figures.whole(sum(amounts)), amounts) if self.included else printed

    def _line(self, line: BilledLine, net: int, stated: int, supply: Supply) -> LineTotal:
        """`stated` is what quantity, price, allowances and charges come to; the gross takes what rounding leaves."""
        adjustments = tuple([self._adjustment(each) for each in line.settled])
        signed = sum([each.amount.minor if each.charge else -each.amount.minor for each in adjustments])
        stated_money = self.figures.money(stated)
        return LineTotal(
            line.line.id,
            money(stated_money.minor - signed, stated_money.currency),
            self.figures.money(net),
            adjustments,
            None,
            stated_money if self.included else None,
            self._parts(line, net, stated, supply) if line.parts else (),
        )

    def _parts(self, line: BilledLine, net: int, stated: int, supply: Supply) -> tuple[LineTotal, ...]:
        """The parts of a line, which add up to it."""
        ratio = Fraction(net) / line.amount if line.amount else 1 / Fraction(gross_of(supply, self.figures).a)
        amounts = [part.amount for part in line.parts]
        nets = shared(net, [amount * ratio for amount in amounts])
        whole = shared(stated, amounts) if self.included else nets
        rows = zip(line.parts, nets, whole, strict=True)
        return tuple([self._line(part, part_net, amount, supply) for part, part_net, amount in rows])

    def _adjustment(self, settled: Settled) -> AllowanceCharge:
        asked, figures = settled.asked, self.figures
        return AllowanceCharge(
            charge=asked.charge,
            amount=figures.money(figures.whole(settled.amount)),
            percent=asked.percent,
            base=None if settled.base is None else figures.money(figures.whole(settled.base)),
            reason=asked.reason,
            reason_code=asked.reason_code,
        )

    def _on_document(self, settled: Settled, amount: int, stated: int) -> AllowanceCharge:
        """With its taxes; a percentage of amounts with tax says nothing of the amount without."""
        asked, figures = settled.asked, self.figures
        base = None if self.included else settled.base
        return AllowanceCharge(
            charge=asked.charge,
            amount=figures.money(amount),
            percent=None if base is None else asked.percent,
            base=None if base is None else figures.money(figures.whole(base)),
            reason=asked.reason,
            reason_code=asked.reason_code,
            tax=asked.tax,
            taxes=asked.taxes,
            with_tax=figures.money(stated) if self.included else None,
        )


def with_own_tax(lines: tuple[LineTotal, ...], taxes: Sequence[Exact], figures: Figures) -> tuple[LineTotal, ...]:
    """The lines with the VAT of each, where the profile takes it by line."""
    return tuple([changed(line, tax=figures.money(figures.whole(tax))) for line, tax in zip(lines, taxes, strict=True)])
