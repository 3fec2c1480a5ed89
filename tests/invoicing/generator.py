"""Invoices by the hundred thousand: from a seed, without a library, the same on every run."""

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from attrs import evolve

from otcore.invoicing.advances import Advance, ThirdPartyPayment
from otcore.invoicing.calculation import Adjustment, InvoiceInput, LineInput
from otcore.invoicing.profile import EN_16931, Level, Posting, Profile
from otcore.invoicing.profiles import GOBL_CURRENCY, GOBL_PRECISE, HUNGARY, OMAN, SWITZERLAND
from otcore.values import Money, Quantity, Rounding, TaxCategory, UnitPrice
from otcore.values.currencies import digits
from otcore.values.fast_init import changed
from otcore.values.other_tax import OtherTax, TaxKind
from otcore.values.rates import Rate

CATEGORIES = (
    TaxCategory("S", "25"),
    TaxCategory("S", "19"),
    TaxCategory("S", "5.5"),
    TaxCategory("S", "8.375"),
    TaxCategory("Z", 0),
    TaxCategory("L", "7"),
    TaxCategory("AE", 0, "Reverse charge"),
    TaxCategory("E", 0, "Exempt"),
    TaxCategory("B", "22"),
)
PROFILES = (
    (EN_16931, "EUR"),
    (EN_16931, "JPY"),
    (EN_16931, "BHD"),
    (Profile(name="to the tax", gross=Posting.TAX), "EUR"),
    (Profile(name="half even", mode=Rounding.HALF_EVEN), "EUR"),
    (Profile(name="up", mode=Rounding.UP), "EUR"),
    (Profile(name="down", mode=Rounding.DOWN), "EUR"),
    (Profile(name="half down by group", mode=Rounding.HALF_DOWN, level=Level.TAX_GROUP), "EUR"),
    (Profile(name="by group", level=Level.TAX_GROUP), "EUR"),
    (Profile(name="by group, guarded", level=Level.TAX_GROUP, guard=4, gross=Posting.TAX), "BHD"),
    (Profile(name="each line's tax", tax_per_line=True), "EUR"),
    (Profile(name="each line's tax, gross in it", tax_per_line=True, gross=Posting.TAX), "EUR"),
    (Profile(name="line by line", removal=Level.LINE), "EUR"),
    (Profile(name="exact, last", level=Level.DOCUMENT), "EUR"),
    (Profile(name="cash in the tax", increment="0.10", cash=Posting.TAX), "SEK"),
    (GOBL_PRECISE, "EUR"),
    (GOBL_CURRENCY, "EUR"),
    (HUNGARY, "HUF"),
    (OMAN, "OMR"),
    (SWITZERLAND, "CHF"),
)
LEVIES = (
    (),
    (),
    (),
    (OtherTax("RE", "5.2"),),
    (OtherTax("RE", "1.4", on_top=True),),
    (OtherTax("IRPF", "15", kind=TaxKind.WITHHELD),),
    (OtherTax("RE", "5.2"), OtherTax("IRPF", "15", kind=TaxKind.WITHHELD, on=("RE",))),
    (OtherTax("EXCISE", "12", taxed=True), OtherTax("STAMP", "1", on=("VAT", "EXCISE"))),
    (OtherTax("INFO", "3", kind=TaxKind.INFORMATIVE, on=("VAT",)),),
)
_PLAIN = ("EUR", "EUR", "JPY", "BHD")
_BASES = (1, 1, 1, 1, 3, 7, 100)


def plain_invoices(seed: int, count: int) -> Iterator[InvoiceInput]:
    """Invoices that the plain way takes."""
    random = Random(seed)
    for _ in range(count):
        yield _Making(random, random.choice(_PLAIN), EN_16931).plain()


def invoices(seed: int, count: int) -> Iterator[InvoiceInput]:
    """Invoices with everything, under every kind of profile."""
    random = Random(seed)
    for _ in range(count):
        profile, currency = random.choice(PROFILES)
        yield _Making(random, currency, profile).full()


class _Making:
    """One invoice in the making."""

    def __init__(self, random: Random, currency: str, profile: Profile) -> None:
        self.random, self.currency, self.profile = random, currency, profile
        own = digits(currency)
        self.step = 10 ** (own - (own if profile.digits is None else profile.digits))

    def plain(self) -> InvoiceInput:
        lines = tuple([self._line(str(at)) for at in range(1, self._few() + 2)])
        return InvoiceInput(self.currency, lines, self._document(plain=True), self._maybe_money(), self._maybe_money())

    def full(self) -> InvoiceInput:
        random = self.random
        lines = [self._line(str(at)) for at in range(1, self._few() + 2)]
        levies = (self._levy(), self._levy())
        lines = [changed(line, taxes=random.choice(levies)) for line in lines]
        lines[0] = self._with_parts(lines[0]) if random.random() < 0.1 else lines[0]
        return InvoiceInput(
            self.currency,
            tuple(lines),
            self._document(plain=False, levies=levies),
            self._maybe_money(),
            self._maybe_money(0.1),
            (self._advance(),) if random.random() < 0.2 else (),
            (ThirdPartyPayment(amount=self._money()),) if random.random() < 0.1 else (),
            random.random() < 0.4,
            Rate(self.currency, "PLN", "4.2517") if random.random() < 0.1 else None,
            self.profile,
        )

    def _line(self, line_id: str) -> LineInput:
        random = self.random
        quantity = Quantity.trusted(Decimal(random.randrange(-20_000, 200_000)).scaleb(-3), "C62")
        price = UnitPrice(Decimal(random.randrange(1_000_000)).scaleb(-4), self.currency, random.choice(_BASES))
        adjustments = tuple([self._adjustment() for _ in range(self._few() // 2)])
        return LineInput(line_id, quantity, price, random.choice(CATEGORIES), adjustments)

    def _with_parts(self, line: LineInput) -> LineInput:
        parts = tuple([changed(self._line(f"{line.id}.{at}"), tax=line.tax) for at in (1, 2, 3)])
        return changed(line, adjustments=(), parts=parts)

    def _adjustment(self) -> Adjustment:
        random = self.random
        charge = random.random() < 0.4
        if random.random() < 0.5:
            return Adjustment(charge=charge, amount=self._money(), reason="agreed")
        base = self._money() if random.random() < 0.3 else None
        return Adjustment(
            charge=charge, percent=Decimal(random.randrange(4_000)).scaleb(-2), base=base, reason="agreed"
        )

    def _document(self, *, plain: bool, levies: tuple = ((),)) -> tuple[Adjustment, ...]:
        made = [evolve(self._adjustment(), tax=self.random.choice(CATEGORIES)) for _ in range(self._few() // 2)]
        if plain:
            return tuple(made)
        borne = [() if any(tax.per_unit for tax in levy) else levy for levy in levies]
        return tuple([self._special(evolve(each, taxes=self.random.choice(borne))) for each in made])

    def _special(self, made: Adjustment) -> Adjustment:
        if made.percent is not None and made.base is None:
            return evolve(made, running=self.random.random() < 0.5)
        if made.amount is not None and self.random.random() < 0.5:
            return evolve(made, amount=None, per_unit=UnitPrice("0.1875", self.currency), units=Decimal(7))
        return made

    def _levy(self) -> tuple[OtherTax, ...]:
        if self.random.random() < 0.1:
            return (OtherTax("ECO", per_unit=UnitPrice("0.125", self.currency), taxed=self.random.random() < 0.5),)
        return self.random.choice(LEVIES)

    def _advance(self) -> Advance:
        return Advance(amount=self._money()) if self.random.random() < 0.5 else Advance(percent=Decimal("33.3"))

    def _money(self) -> Money:
        return Money.from_minor(self.random.randrange(-200, 2_000) * self.step, self.currency)

    def _maybe_money(self, chance: float = 0.2) -> Money | None:
        return self._money() if self.random.random() < chance else None

    def _few(self) -> int:
        """0 to 4, mostly few."""
        return int(self.random.random() ** 2 * 5)
