"""Laws of every decision: same input, same bytes; cash is conserved; a new rival never raises confidence."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from otcore.reconciliation.book import Book
from otcore.reconciliation.deciding import decide
from otcore.reconciliation.decision import Decision
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payment import Payment
from tests.reconciliation.hostile import ANNA, BERT, TODAY, conserved, item, paid

NUMBERS = [f"INV-2026-{at:06}" for at in (4_711, 4_712, 14_711, 20_815, 47_110, 30_111)]
AMOUNTS = st.one_of(st.sampled_from([4_900, 9_900, 25_000, 35_417]), st.integers(1, 400_000))


@st.composite
def books(draw: st.DrawFn) -> list[OpenItem]:
    numbers = draw(st.lists(st.sampled_from(NUMBERS), unique=True, min_size=1))
    return [draw(an_item(number)) for number in numbers]


@st.composite
def an_item(draw: st.DrawFn, number: str) -> OpenItem:
    minor = draw(AMOUNTS)
    owner = draw(st.sampled_from(["ANNA", "ANNA", "BERT"]))
    due = TODAY + timedelta(days=draw(st.integers(-60, 30)))
    return item(number, draw(st.sampled_from([minor, minor, minor, -minor])), owner, due=due)


@st.composite
def payments(draw: st.DrawFn, items: list[OpenItem]) -> Payment:
    chosen = draw(st.lists(st.sampled_from(items), max_size=3, unique_by=lambda each: each.id))
    named = draw(st.lists(st.sampled_from([*chosen, *items]), max_size=3))
    whole = sum(each.open.minor for each in chosen) or 1
    minor = draw(st.one_of(st.just(whole), st.integers(1, 800_000)))
    text = draw(st.sampled_from([" ", ", ", "/"])).join(each.number for each in named)
    return paid(minor, text, payer_account=draw(st.sampled_from(["DE11", "DE22", "DE99"])))


@st.composite
def cases(draw: st.DrawFn) -> tuple[Payment, list[OpenItem]]:
    items = draw(books())
    return draw(payments(items)), items


def of(payment: Payment, items: list[OpenItem]) -> Decision:
    return decide(payment, Book(items, [ANNA, BERT]))


@given(cases(), st.randoms())
def test_the_same_input_gives_the_same_decision_in_whatever_order_it_comes(case, random):
    payment, items = case
    mixed = items[:]
    random.shuffle(mixed)
    assert repr(of(payment, items)) == repr(of(payment, mixed))


@given(cases())
def test_every_explanation_gives_out_the_payment_and_no_item_gets_more_than_is_open(case):
    payment, items = case
    assert conserved(payment, tuple(items), of(payment, items))


@given(cases())
def test_a_weight_is_the_sum_of_what_was_found(case):
    decision = of(*case)
    for each in filter(None, (decision.posted, *decision.rivals)):
        assert each.weight == sum(finding.weight for finding in each.findings)


@given(cases())
def test_what_is_left_has_a_reason_and_what_was_looked_at_has_a_hash(case):
    decision = of(*case)
    assert decision.posted or decision.reasons
    assert len(decision.input_hash) == 64


@settings(max_examples=300)
@given(cases(), st.data())
def test_a_new_rival_never_has_something_posted_that_was_not(case, data):
    payment, items = case
    new = data.draw(an_item("INV-2026-099999"))
    before, after = of(payment, items), of(payment, [*items, new])
    if after.posted and not any(each.item == new.id for each in after.posted.allocations):
        assert before.posted is not None
        assert before.posted.allocations == after.posted.allocations
