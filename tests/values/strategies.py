"""Values for the laws."""

from decimal import Decimal

from hypothesis import strategies as st

from otcore.values import Money

minors = st.integers(-(10**17), 10**17)
currencies = st.sampled_from(["EUR", "JPY", "BHD", "CLF"])
euros = st.builds(Money.from_minor, minors, st.just("EUR"))
moneys = st.builds(Money.from_minor, minors, currencies)
decimals = st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False, places=6)
weights = st.one_of(
    st.integers(0, 10**6),
    st.decimals(0, 10**6, allow_nan=False, allow_infinity=False, places=4),
)
weight_lists = st.lists(weights, min_size=1, max_size=12).filter(any)
positives = st.decimals(Decimal("0.000001"), 10**9, allow_nan=False, allow_infinity=False, places=6)
