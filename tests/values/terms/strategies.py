"""Payment terms of every shape."""

from decimal import Decimal

from hypothesis import strategies as st

from otcore.values import Money, Percentage, Rounding
from otcore.values.terms import (
    DiscountTerms,
    DueAnchor,
    DueRule,
    DueStep,
    InstalmentTerms,
    PaymentTerms,
    Rolling,
)

steps = st.builds(
    DueStep,
    months=st.integers(-2, 6),
    weeks=st.integers(-1, 4),
    days=st.integers(-5, 90),
    working_days=st.integers(-3, 10),
    day=st.integers(0, 31),
    weekday=st.none() | st.integers(0, 6),
)
rules = st.builds(
    DueRule,
    st.lists(steps, max_size=3).map(tuple),
    st.sampled_from(DueAnchor),
    st.integers(0, 31),
    st.lists(st.integers(1, 31), max_size=3, unique=True).map(tuple),
)
percentages = st.decimals(Decimal("0.01"), 25, places=2).map(Percentage)
units = st.sampled_from([None, Decimal(1), Decimal("0.05"), Decimal("0.001"), Decimal(100)])


def _parts(currency: str) -> st.SearchStrategy[tuple[InstalmentTerms, ...]]:
    fixed = st.builds(Money.from_minor, st.integers(1, 10**7), st.just(currency))
    shares = st.builds(InstalmentTerms, rules, percentages, st.booleans(), st.none(), units)
    before = st.lists(shares | st.builds(InstalmentTerms, rules, amount=fixed), max_size=4).map(tuple)
    return st.tuples(before, rules).map(lambda made: (*made[0], InstalmentTerms(made[1])))


def _hundred(due: list[DueRule]) -> tuple[InstalmentTerms, ...]:
    """So many equal whole percentages, the last of which makes them 100."""
    share = 100 // len(due)
    last = 100 - share * (len(due) - 1)
    return (
        *(InstalmentTerms(rule, Percentage(share)) for rule in due[:-1]),
        InstalmentTerms(due[-1], Percentage(last)),
    )


def payment_terms(currency: str = "EUR") -> st.SearchStrategy[PaymentTerms]:
    """Terms whose fixed amounts are in this currency."""
    parts = _parts(currency) | st.lists(rules, min_size=1, max_size=6).map(_hundred)
    offers = st.lists(st.builds(DiscountTerms, percentages, rules, st.booleans()), max_size=3).map(tuple)
    several = st.builds(
        PaymentTerms,
        instalments=parts,
        discounts=offers,
        rolling=st.sampled_from(Rolling),
        sequential=st.booleans(),
        rounding=st.sampled_from(Rounding),
    )
    return several | st.builds(PaymentTerms, st.integers(0, 3650), st.booleans(), st.just(""), st.just(()), offers)
