"""What must hold on the figures that an invoice prints, worked out again in whole numbers."""

from collections.abc import Iterator
from decimal import Decimal

from otcore.invoicing.calculation import AllowanceCharge, InvoiceInput, LineInput, Totals
from otcore.invoicing.profile import Level, Posting
from otcore.values import Money, Rounding
from otcore.values.currencies import digits
from otcore.values.other_tax import OtherTax, TaxKind


def broken(invoice: InvoiceInput, totals: Totals) -> list[str]:
    """The identities that the printed figures break, by rule id; those that their profile does not promise aside."""
    held = _Held(invoice, totals)
    return [name for name, holds in held.all() if not holds]


def rounded(numerator: int, denominator: int, mode: Rounding) -> int:
    """The whole number that a rounding makes of a fraction."""
    low, rest = divmod(abs(numerator), denominator)
    if rest and _leaves_zero(low, 2 * rest - denominator, mode):
        low += 1
    return low if numerator >= 0 else -low


def _leaves_zero(low: int, over_half: int, mode: Rounding) -> bool:
    if mode is Rounding.HALF_EVEN:
        return over_half > 0 or (over_half == 0 and low % 2 == 1)
    if mode is Rounding.HALF_UP:
        return over_half >= 0
    return over_half > 0 if mode is Rounding.HALF_DOWN else mode is Rounding.UP


class _Held:
    def __init__(self, invoice: InvoiceInput, totals: Totals) -> None:
        self.invoice, self.totals, self.profile = invoice, totals, invoice.profile
        own = digits(invoice.currency)
        self.digits = own if self.profile.digits is None else self.profile.digits
        self.step: int = 10 ** (own - self.digits)
        self.scale: int = 10**self.digits
        self.exact = self.profile.level is not Level.DOCUMENT
        self.in_net = invoice.tax_included and self.profile.gross is Posting.NET
        to_tax = invoice.tax_included and self.profile.gross is Posting.TAX
        in_cash = self.profile.increment is not None and self.profile.cash is Posting.TAX
        self.tax_follows = self.exact and not (self.profile.tax_per_line or to_tax or in_cash)

    def all(self) -> Iterator[tuple[str, bool]]:
        yield from self._sums()
        yield from self._lines()
        yield "BR-DEC", all(minor % self.step == 0 for minor in self._printed())
        if self.exact:
            yield from self._differences()
            yield from self._groups()
            yield from self._others()
        if self.invoice.tax_included:
            yield "gross", self._gross_kept()
        if self.profile.increment is not None and self.invoice.rounding is None:
            yield "increment", self.totals.payable.amount % self.profile.increment == 0

    def _sums(self) -> Iterator[tuple[str, bool]]:
        totals = self.totals
        yield "BR-CO-10", totals.line_net.minor == sum([line.net.minor for line in totals.lines])
        yield "BR-CO-11", totals.allowances.minor == sum([x.amount.minor for x in totals.adjustments if not x.charge])
        yield "BR-CO-12", totals.charges.minor == sum([x.amount.minor for x in totals.adjustments if x.charge])
        stated = self.invoice.prepaid.minor if self.invoice.prepaid else 0
        yield "prepaid", totals.prepaid.minor == stated + sum([each.amount.minor for each in totals.advances])

    def _lines(self) -> Iterator[tuple[str, bool]]:
        for line, asked in zip(self.totals.lines, self.invoice.lines, strict=True):
            signed = sum([_signed(item) for item in line.adjustments])
            stated = line.net if line.with_tax is None else line.with_tax
            yield "BT-131", stated.minor == line.gross.minor + signed
            yield "BR-DEX-02", not line.parts or sum([part.net.minor for part in line.parts]) == line.net.minor
            if self.profile.level is Level.LINE:
                yield "R040", all(self._percent_follows(item) for item in line.adjustments)
            if self.profile.level is Level.LINE and self.profile.guard is None and not asked.parts:
                yield "R120", line.gross.minor == self._worth(asked)

    def _percent_follows(self, item: AllowanceCharge) -> bool:
        if item.percent is None or item.base is None:
            return True
        return item.amount.minor == self._share(item.base.minor, item.percent)

    def _share(self, minor: int, percent: Decimal) -> int:
        parts, whole = percent.as_integer_ratio()
        return rounded(parts * minor, whole * 100 * self.step, self.profile.mode) * self.step

    def _worth(self, asked: LineInput) -> int:
        price, of = asked.price.amount.as_integer_ratio()
        times, parts = asked.quantity.value.as_integer_ratio()
        per, pieces = asked.price.per.as_integer_ratio()
        units = rounded(price * times * pieces * self.scale, of * parts * per, self.profile.mode)
        return units * self.step

    def _differences(self) -> Iterator[tuple[str, bool]]:
        totals = self.totals
        net = totals.line_net.minor - totals.allowances.minor + totals.charges.minor
        yield "BR-CO-13", totals.tax_exclusive.minor == net
        yield "BR-CO-14", totals.tax.minor == sum([group.tax.minor for group in totals.subtotals])
        others, withheld = _minor(totals.other_taxes), _minor(totals.withheld)
        yield "BR-CO-15", totals.tax_inclusive.minor == totals.tax_exclusive.minor + totals.tax.minor + others
        third = _minor(totals.third_party)
        due = totals.tax_inclusive.minor - withheld - totals.prepaid.minor + totals.rounding.minor + third
        yield "BR-CO-16", totals.payable.minor == due
        yield "R040", all(self._percent_follows(item) for item in totals.adjustments)

    def _groups(self) -> Iterator[tuple[str, bool]]:
        bases = self._bases()
        for group in self.totals.subtotals:
            key = (group.category.code, group.category.rate)
            yield "BR-S-08", self.in_net or group.taxable.minor == bases[key]
            due = self._share(group.taxable.minor, group.category.rate)
            yield "BR-CO-17", not self.tax_follows or group.tax.minor == due
            yield "BR-Z-09", bool(group.category.rate) or group.tax.minor == 0
        if not self._taxed() and not self.in_net:
            yield "BG-23", sum([group.taxable.minor for group in self.totals.subtotals]) == self._net()

    def _bases(self) -> dict[tuple[str, Decimal], int]:
        """What each category is due on: its lines, allowances and charges; only where no tax is taxed in turn."""
        if self._taxed():
            return {(group.category.code, group.category.rate): group.taxable.minor for group in self.totals.subtotals}
        bases: dict[tuple[str, Decimal], int] = {}
        for asked, line in zip(self.invoice.lines, self.totals.lines, strict=True):
            key = (asked.tax.code, asked.tax.rate)
            bases[key] = bases.get(key, 0) + line.net.minor
        for item in self.totals.adjustments:
            assert item.tax is not None
            key = (item.tax.code, item.tax.rate)
            bases[key] = bases.get(key, 0) + _signed(item)
        return bases

    def _others(self) -> Iterator[tuple[str, bool]]:
        totals = self.totals
        for kind, stated in ((TaxKind.ADDED, totals.other_taxes), (TaxKind.WITHHELD, totals.withheld)):
            amounts = [each.amount.minor for each in totals.taxes if each.tax.kind is kind]
            yield f"sum of {kind}", (sum(amounts) if amounts else None) == (None if stated is None else stated.minor)
        for each in totals.taxes:
            if each.tax.rate is not None and not self.profile.tax_per_line:
                yield "tax = base x rate", each.amount.minor == self._share(each.taxable.minor, each.tax.rate)
            if not each.tax.on and not self.in_net:
                yield "tax base", each.taxable.minor == self._borne_by(each.tax)

    def _borne_by(self, tax: OtherTax) -> int:
        lines = zip(self.invoice.lines, self.totals.lines, strict=True)
        net = sum([line.net.minor for asked, line in lines if tax in asked.taxes])
        return net + sum([_signed(item) for item in self.totals.adjustments if tax in item.taxes])

    def _gross_kept(self) -> bool:
        """Net, included tax and, where the unit is posted there, rounding are what the prices said."""
        totals = self.totals
        gross = sum([_minor(line.with_tax) for line in totals.lines])
        gross += sum([_minor(item.with_tax) * (1 if item.charge else -1) for item in totals.adjustments])
        stated = totals.tax_exclusive.minor + _minor(totals.tax_included)
        slack = 0 if self.exact else 2 * self.step
        if self.profile.gross is Posting.ROUNDING and self.invoice.rounding is None and not self.profile.increment:
            return abs(stated + totals.rounding.minor - gross) <= slack
        if self.profile.gross is Posting.ROUNDING or self.profile.increment:
            return True
        taxed = any(group.category.rate for group in totals.subtotals) or self.profile.gross is Posting.NET
        return not taxed or abs(stated - gross) <= slack

    def _taxed(self) -> bool:
        return any(each.tax.taxed for each in self.totals.taxes)

    def _net(self) -> int:
        return self.totals.tax_exclusive.minor

    def _printed(self) -> list[int]:
        totals = self.totals
        figures = [totals.line_net, totals.tax_exclusive, totals.tax, totals.tax_inclusive, totals.payable]
        figures += [line.net for line in totals.lines] + [group.tax for group in totals.subtotals]
        return [each.minor for each in figures]


def _signed(item: AllowanceCharge) -> int:
    return item.amount.minor if item.charge else -item.amount.minor


def _minor(money: Money | None) -> int:
    return 0 if money is None else money.minor
