"""What the groups of payment terms are tested with, and how a single group is written and read."""

from datetime import date

from hypothesis import strategies as st

from otcore.adapters.payment_terms.stated import StatedTerms
from otcore.adapters.xml.writing import Element, document
from otcore.values import Money, Percentage
from otcore.values.terms import DiscountOffer, Instalment

ISSUED = date(2026, 3, 2)

days = st.dates(ISSUED, date(2036, 1, 1))
amounts = st.integers(-(10**9), 10**9).map(lambda minor: Money.from_minor(minor, "EUR"))
percentages = st.decimals(0, 100, places=3).map(Percentage)
instalments = st.builds(Instalment, days, amounts)
offers = st.builds(DiscountOffer, days, percentages, amounts, amounts)
notes = st.text("aß 1=&<#", max_size=20).map(str.strip)
groups = (
    st.builds(StatedTerms, note=notes.filter(bool))
    | instalments.map(lambda each: StatedTerms(due=each.due, amount=each.amount))
    | offers.map(
        lambda each: StatedTerms(
            discount_percent=each.percent,
            discount_until=each.until,
            discount_base=each.base,
            discount_amount=each.amount,
        )
    )
)


def eur(amount: str) -> Money:
    return Money(amount, "EUR")


def in_document(group: Element | None, root: str, namespaces: dict[str, str]) -> bytes:
    """The group as the only content of a document."""
    return document(root, namespaces, group)
