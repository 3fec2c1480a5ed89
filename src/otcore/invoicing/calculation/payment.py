"""What is payable: after what is withheld, was paid before, is collected for others, and is rounded in cash."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from otcore.invoicing.advances import AdvancePaid
from otcore.invoicing.amounts import money
from otcore.invoicing.calculation.figures import Exact, Figures
from otcore.invoicing.calculation.sums import Sums
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.profile import Posting, Profile
from otcore.values.currencies import digits
from otcore.values.money import Money
from otcore.values.rates import Rate
from otcore.values.rounding import Rounding, round_ratio


@frozen
class Payment:
    """From the tax inclusive amount to the amount due; `sums` may have taken the cash difference into the tax."""

    sums: Sums
    advances: tuple[AdvancePaid, ...]
    prepaid: int
    third_party: int
    rounding: int

    @property
    def payable(self) -> Exact:
        """BT-115 = BT-112 - withheld - BT-113 + BT-114 + third parties' (BR-CO-16)."""
        inclusive, withheld = self.sums.inclusive, self.sums.withheld
        return inclusive - withheld - self.prepaid + self.third_party + self.rounding


def payment_of(invoice: InvoiceInput, sums: Sums, figures: Figures) -> Payment:
    """What is payable of these sums."""
    advances = tuple(_advances(invoice, figures.whole(sums.inclusive - sums.withheld), figures))
    stated = 0 if invoice.prepaid is None else figures.units(invoice.prepaid)
    prepaid = stated + sum([figures.units(each.amount) for each in advances])
    third_party = sum([figures.units(each.amount) for each in invoice.third_party])
    if invoice.rounding is not None:
        return Payment(sums, advances, prepaid, third_party, figures.units(invoice.rounding))
    unrounded = Payment(sums, advances, prepaid, third_party, figures.whole(sums.rest))
    return _in_cash(unrounded, invoice.profile, figures)


def accounted(tax: Money, rate: Rate, mode: Rounding) -> Money:
    """The tax in the currency it is accounted in (BT-111), rounded once."""
    value, parts = rate.value.as_integer_ratio()
    finer = 10 ** digits(rate.target)
    accounted_for = round_ratio(tax.minor * value * finer, parts * 10 ** digits(tax.currency), mode)
    return money(accounted_for, rate.target)


def _in_cash(payment: Payment, profile: Profile, figures: Figures) -> Payment:
    """The payable amount rounded to the profile's increment, the difference where the profile posts it."""
    if profile.increment is None:
        return payment
    step = increment_units(profile.increment, figures.digits)
    due = payment.payable
    difference = round_ratio(due.numerator, due.denominator * step, figures.mode) * step - figures.whole(due)
    if profile.cash is Posting.TAX and difference:
        changed = payment.sums.with_tax_changed(difference)
        if changed is not None:
            return _of(payment, changed, payment.rounding)
    return _of(payment, payment.sums, payment.rounding + difference)


def increment_units(increment: Decimal, printed: int) -> int:
    """An increment in units of so many decimals; an `InvoiceInput` has none that is finer."""
    numerator, denominator = increment.as_integer_ratio()
    scale: int = 10**printed
    return numerator * scale // denominator


def _of(payment: Payment, sums: Sums, rounding: int) -> Payment:
    return Payment(sums, payment.advances, payment.prepaid, payment.third_party, rounding)


def _advances(invoice: InvoiceInput, whole: int, figures: Figures) -> Iterator[AdvancePaid]:
    """Each with its amount. Percentages are rounded as they add up, so that those of 100 % take all there is."""
    until = 0
    percent = Fraction(0)
    for each in invoice.advances:
        amount = each.amount
        if amount is None:
            assert each.percent is not None  # an `InvoiceInput` is checked when made
            percent += Fraction(each.percent)
            before, until = until, figures.whole(whole * percent / 100)
            amount = figures.money(until - before)
        yield AdvancePaid(amount=amount, reference=each.reference, day=each.day, description=each.description)
