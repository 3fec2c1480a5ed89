"""Ledger rows for the tests: written by hand, or any rows at all for the laws."""

from datetime import date, timedelta

from hypothesis import strategies as st

from otcore.receivables.ledger import Entry, EntryKind
from otcore.values import Money

TODAY = date(2025, 3, 31)


def day(before: int) -> date:
    """So many days before TODAY."""
    return TODAY - timedelta(days=before)


def euros(amount: str) -> Money:
    return Money(amount, "EUR")


def issued(
    item: str, amount: str, on: date, due: date | None = None, party: str = "ACME", currency: str = "EUR"
) -> Entry:
    return Entry(EntryKind.ISSUED, on, Money(amount, currency), party, item, due=due or on + timedelta(days=30))


def received(receipt: str, amount: str, on: date, party: str = "", currency: str = "EUR") -> Entry:
    return Entry(EntryKind.RECEIVED, on, Money(amount, currency), party, receipt=receipt)


def allocated(item: str, receipt: str, amount: str, on: date, party: str = "ACME", currency: str = "EUR") -> Entry:
    return Entry(EntryKind.ALLOCATED, on, Money(amount, currency), party, item, receipt)


def credited(item: str, note: str, amount: str, on: date, party: str = "ACME", currency: str = "EUR") -> Entry:
    return Entry(EntryKind.CREDITED, on, Money(amount, currency), party, item, note)


days = st.dates(day(400), TODAY + timedelta(days=40))
currencies = st.sampled_from(["EUR", "JPY", "BHD"])
# Any amount, negative ones too: credits, and rows that a sane ledger would not have.
moneys = st.builds(Money.from_minor, st.integers(-(10**6), 10**9), currencies)
parties = st.sampled_from(["ACME", "BOLT", "CRANE"])
items = st.sampled_from([f"INV{number}" for number in range(6)])
receipts = st.sampled_from([f"R{number}" for number in range(4)])
dues = st.none() | days

rows = st.one_of(
    st.builds(Entry, st.just(EntryKind.ISSUED), days, moneys, parties, items, due=dues),
    st.builds(Entry, st.just(EntryKind.RECEIVED), days, moneys, st.just("") | parties, receipt=receipts),
    st.builds(Entry, st.just(EntryKind.ALLOCATED), days, moneys, parties, items, receipts),
)
ledgers = st.lists(rows, max_size=25).map(tuple)

# Every kind of row, as a store may hold them together.
_others = st.sampled_from([kind for kind in EntryKind if kind not in (EntryKind.ISSUED, EntryKind.RECEIVED)])
books = st.lists(rows | st.builds(Entry, _others, days, moneys, parties, items, receipts, dues), max_size=25).map(tuple)
