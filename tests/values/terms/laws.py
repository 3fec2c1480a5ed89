"""Laws of schedules, held against terms and debts from a seed: a hundred thousand in a test, more in a benchmark."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from otcore.values import Money, Percentage, Rounding
from otcore.values.terms import DueRule, DueStep, Instalment, InstalmentTerms, PaymentTerms, Rolling, schedule

_FIRST = date(2020, 1, 1)
_UNITS = (None, None, None, Decimal(1), Decimal("0.05"), Decimal(100))
_RULES = tuple(DueRule((DueStep(months=months, days=days),)) for months in (0, 1, 2) for days in (0, 10, 30))
_DEBTS_EACH = 20


def hold(seed: int, count: int) -> int:
    """Checks so many schedules and says how many. `AssertionError` names what broke a law.

    They sum to the debt; a credit is the negated debt; nothing is on the other side of zero than the debt.
    """
    random = Random(seed)
    for at in range(count):
        if at % _DEBTS_EACH == 0:
            terms = _terms(random)
        owed = Money.from_minor(random.randint(-(10 ** random.randint(1, 12)), 10**6), "EUR")
        day = _FIRST + timedelta(days=random.randrange(3650))
        _holds(terms, owed, day)
    return count


def _holds(terms: PaymentTerms, owed: Money, day: date) -> None:
    found = schedule(terms, owed, day)
    assert sum(each.amount.minor for each in found) == owed.minor, (terms, owed)
    assert schedule(terms, -owed, day) == tuple(Instalment(each.due, -each.amount) for each in found), (terms, owed)
    assert all(each.amount.minor * owed.minor > 0 for each in found) or not owed, (terms, owed)


def _terms(random: Random) -> PaymentTerms:
    rolling, rounding = random.choice(tuple(Rolling)), random.choice(tuple(Rounding))
    return PaymentTerms(
        instalments=random.choice((_thirds, _shares))(random),
        sequential=random.random() < 0.5,
        rolling=rolling,
        rounding=rounding,
    )


def _thirds(random: Random) -> tuple[InstalmentTerms, ...]:
    """Percentages that are a hundred together, in hundredths of a percent."""
    cuts = sorted(random.sample(range(1, 10_000), random.randint(1, 5)))
    parts = [after - before for before, after in zip([0, *cuts], [*cuts, 10_000], strict=True)]
    return tuple(InstalmentTerms(random.choice(_RULES), Percentage(Decimal(part).scaleb(-2))) for part in parts)


def _shares(random: Random) -> tuple[InstalmentTerms, ...]:
    """Percentages of the total and of the balance, fixed amounts, and the rest."""
    before = [_share(random) for _ in range(random.randint(0, 4))]
    return (*before, InstalmentTerms(random.choice(_RULES)))


def _share(random: Random) -> InstalmentTerms:
    rule = random.choice(_RULES)
    if random.random() < 0.25:
        return InstalmentTerms(rule, amount=Money.from_minor(random.randint(1, 10**6), "EUR"))
    percent = Percentage(Decimal(random.randint(1, 2_500)).scaleb(-2))
    return InstalmentTerms(rule, percent, of_balance=random.random() < 0.5, round_to=random.choice(_UNITS))
