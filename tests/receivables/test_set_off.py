"""A credit note is set off against its invoice, and nothing of it is lost: what the invoice cannot take stays owed."""

from functools import reduce
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.receivables import item as items
from otcore.receivables.exposure import item_exposure
from otcore.receivables.item import ItemOpened, Receivable, credit, pay
from otcore.receivables.ledger import EntryKind, control
from otcore.receivables.set_off import Use, moved, netting, set_off, transferred
from otcore.values.faults import Rejected
from otcore.values.money import Money
from tests.orders.examples import DAY, eur

minors = st.integers(1, 10**9)


def debt(minor: int, id: str = "INV-1", exposure: Money | None = None) -> Receivable:
    return items.evolve(None, ItemOpened(id, "C1", id, DAY, DAY, Money.from_minor(minor, "EUR"), exposure))


def owed_back(minor: int, id: str = "CN-1") -> Receivable:
    return debt(-minor, id)


def after(item: Receivable, facts: tuple[items.Event, ...]) -> Receivable:
    return reduce(items.evolve, facts, item)


@given(charged=minors, paid=minors, credited=minors)
def test_what_is_open_and_what_is_owed_back_come_to_what_is_left(charged: int, paid: int, credited: int):
    whole = debt(charged)
    item = after(whole, pay(whole, "R1", Money.from_minor(min(paid, charged), "EUR"), DAY))
    note = Money.from_minor(min(credited, charged), "EUR")
    off = set_off(item, "CN-1", "CN1", note, DAY)
    closed = after(item, off.item)
    rest = [items.evolve(None, fact) for fact in off.rest]
    left = closed.open.minor + sum(each.open.minor for each in rest)
    assert left == item.open.minor - note.minor
    assert closed.open.minor >= 0
    assert all(each.open.minor < 0 for each in rest)
    assert sum(entry.amount.minor for entry in off.entries) == note.minor
    assert control(off.entries, "EUR") == -note
    assert moved((item,), (closed, *rest), "EUR") == -note


@given(rate=st.integers(1, 300), charged=st.integers(1, 10**6), share=st.integers(0, 100))
def test_a_foreign_credit_gives_back_what_its_invoice_counted(rate: int, charged: int, share: int):
    counted = Money.from_minor(charged * rate // 100, "EUR")
    whole = debt(charged, exposure=counted)
    item = after(whole, pay(whole, "R1", whole.open, DAY))
    off = set_off(item, "CN-1", "CN1", Money.from_minor(charged * share // 100, "EUR"), DAY)
    rest = [item_exposure(items.evolve(None, fact)).minor for fact in off.rest]
    assert -counted.minor <= sum(rest) <= 0
    assert share < 100 or sum(rest) == -counted.minor


@given(credits=st.lists(minors, max_size=4), debts=st.lists(minors, max_size=4))
def test_credits_are_used_up_for_debts_as_far_as_there_are_both(credits: list[int], debts: list[int]):
    given_back = [owed_back(minor, f"CN-{at}") for at, minor in enumerate(credits)]
    owing = [debt(minor, f"INV-{at}") for at, minor in enumerate(debts)]
    uses = netting(given_back, owing)
    assert sum(use.amount.minor for use in uses) == min(sum(credits), sum(debts))
    assert all(use.amount.minor > 0 for use in uses)
    for side, name in ((given_back, "credit"), (owing, "item")):
        for item in side:
            used = sum(use.amount.minor for use in uses if getattr(use, name) == item.id)
            assert used <= abs(item.open.minor)
    assert all((one.credit, one.item) <= (other.credit, other.item) for one, other in pairwise(uses))


def test_a_credit_is_used_for_the_first_debt_first():
    uses = netting([owed_back(500)], [debt(300), debt(300, "INV-2")])
    assert uses == (Use("CN-1", "INV-1", eur("3.00")), Use("CN-1", "INV-2", eur("2.00")))


def test_using_a_credit_moves_nothing_of_the_control_account():
    rows = transferred(owed_back(500), debt(300), eur("3.00"), DAY)
    assert {row.kind for row in rows} == {EntryKind.CREDITED}
    assert not control(rows, "EUR")


@pytest.mark.parametrize(
    ("item", "amount", "code"),
    [
        (debt(500), eur("5.01"), "MORE_THAN_OPEN"),
        (debt(500), eur("-1.00"), "MORE_THAN_OPEN"),
        (owed_back(500), eur("1.00"), "MORE_THAN_OPEN"),
        (owed_back(500), eur("-5.01"), "MORE_THAN_OPEN"),
        (debt(500), Money("1", "USD"), "CURRENCY_DIFFERS"),
    ],
)
def test_no_more_is_closed_than_is_open(item: Receivable, amount: Money, code: str):
    with pytest.raises(Rejected, match=code):
        credit(item, "CN-1", amount, DAY)


def test_nothing_is_credited_by_nothing():
    assert credit(debt(500), "CN-1", eur("0.00"), DAY) == ()


def test_money_pays_no_credit():
    with pytest.raises(Rejected, match="MORE_THAN_OPEN"):
        pay(owed_back(500), "R1", eur("1.00"), DAY)


def test_a_credit_is_found_as_one_and_never_overdue():
    item = owed_back(500)
    assert (items.facets(item).status, items.facets(debt(500)).status) == ("credit", "open")
    assert items.fall_overdue(item, DAY.replace(year=2030)) == ()
    assert not item.overdue_on(DAY.replace(year=2030))
    used = after(item, credit(item, "INV-1", eur("-5.00"), DAY))
    assert items.facets(used).status == "closed"
