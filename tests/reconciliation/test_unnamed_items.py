"""Nothing is named: what the payer owes explains the amount, or it is left."""

from datetime import date, timedelta

import pytest

from otcore.reconciliation.book import Book
from otcore.reconciliation.deciding import decide
from otcore.reconciliation.decision import Outcome
from otcore.reconciliation.policy import MatchingPolicy, Policies
from tests.reconciliation.hostile import ANNA, BERT, TODAY, decided, eur, item, paid, posted, stranger

AMOUNTS = (35_417, 81_299, 12_233, 101_777, 64_031, 9_473)
OWED = [item(f"R-{at}", minor, due=TODAY + timedelta(days=10 * at - 30)) for at, minor in enumerate(AMOUNTS)]


def test_the_only_item_of_the_amount_is_paid():
    assert posted(paid(81_299), *OWED) == {"R-1": 81_299}


def test_a_stranger_pays_nothing_by_the_amount_alone():
    decision = decided(stranger(81_299), *OWED)
    assert (decision.outcome, decision.posted) == (Outcome.SUGGESTED, None)


def test_of_two_items_of_the_amount_neither_is_paid():
    decision = decided(paid(81_299), *OWED, item("R-9", 81_299))
    assert decision.posted is None
    assert "AMBIGUOUS" in decision.reasons
    assert {each.allocations[0].item for each in decision.rivals[:2]} == {"R-1", "R-9"}
    about = [said.about for rival in decision.rivals[:2] for said in rival.findings if said.kind == "EXACT"]
    assert about == [rival.allocations[0].item for rival in decision.rivals[:2]]


def test_the_only_sum_is_paid():
    assert posted(paid(35_417 + 101_777), *OWED) == {"R-0": 35_417, "R-3": 101_777}


def test_all_that_is_due_is_paid():
    due = {each.id: each.open.minor for each in OWED if each.due <= TODAY}
    assert posted(paid(sum(due.values()), "Kontoausgleich"), *OWED) == due


def test_all_that_is_due_but_one_is_paid():
    many = [item(f"R-{at}", 10_007 * at + at**4, due=date(2026, 9, 1) + timedelta(days=at)) for at in range(1, 26)]
    left = {each.id: each.open.minor for each in many if each.id != "R-11"}
    assert posted(paid(sum(left.values())), *many) == left


def test_money_in_advance_is_left_even_if_an_item_fits():
    decision = decided(paid(81_299, "Anzahlung zum Auftrag"), *OWED)
    assert decision.posted is None
    assert "PREPAYMENT" in decision.reasons


def test_the_wrong_number_of_another_of_the_payers_items_does_not_hide_the_right_one():
    decision = decided(paid(81_299, "INV-2026-055555"), *OWED, item("INV-2026-055555", 777_731))
    assert decision.posted is not None
    assert [each.item for each in decision.posted.allocations] == ["R-1"]
    assert decision.reasons == ("STALE_REFERENCE",)


def test_a_payment_of_what_was_paid_before_is_a_duplicate():
    book = Book([*OWED, item("INV-2026-055555", 81_299)], [ANNA, BERT])
    book.close("INV-2026-055555", eur(81_299))
    decision = decide(paid(81_299, "INV-2026-055555"), book)
    assert decision.posted is None
    assert "DUPLICATE" in decision.reasons


def test_what_is_named_and_paid_is_said():
    book = Book([item("INV-2026-055555", 777_731)], [ANNA])
    book.close("INV-2026-055555", eur(777_731))
    assert decide(paid(500, "INV-2026-055555"), book).reasons == ("ALREADY_PAID",)


@pytest.mark.parametrize(("minor", "reason"), [(-100, "REVERSAL"), (0, "NO_PAYMENT")])
def test_money_that_does_not_come_in_is_not_matched(minor: int, reason: str):
    decision = decided(paid(minor, "R-1"), *OWED)
    assert (decision.outcome, decision.reasons) == (Outcome.UNMATCHED, (reason,))


def test_nothing_known_is_said_so():
    assert decided(stranger(77, "hello")).reasons == ("NO_REFERENCE",)
    assert decided(stranger(77, reference="RF18539007547034")).reasons == ("UNKNOWN_REFERENCE",)


def test_only_a_credit_is_named():
    assert decided(paid(77, "CN-2026-4711"), item("CN-2026-4711", -9_900)).reasons == ("CREDIT_NOTE",)


def test_among_too_many_items_no_sum_is_looked_for():
    many = [item(f"R-{at}", 7 * at + 1) for at in range(1, 900)]
    assert decided(paid(11), *many).reasons == ("TOO_MANY",)


def test_the_oldest_are_closed_first_where_the_policy_says_so():
    policies = Policies(of_customers={"ANNA": MatchingPolicy(oldest_first=True)})
    decision = decide(paid(50_000), Book(OWED, [ANNA, BERT]), policies)
    assert decision.posted is not None
    assert decision.posted.rule == "OLDEST_FIRST"
    assert [(each.item, each.amount.minor) for each in decision.posted.allocations] == [
        ("R-0", 35_417),
        ("R-1", 14_583),
    ]


def test_the_oldest_first_leaves_what_no_item_takes_on_account():
    policies = Policies(MatchingPolicy(oldest_first=True))
    decision = decide(paid(1_000_000), Book(OWED, [ANNA, BERT]), policies)
    assert decision.posted is not None
    assert decision.posted.on_account == eur(1_000_000 - sum(AMOUNTS))


@pytest.mark.parametrize("text", ["R-1", "Anzahlung", "invoice 777777", "INV-2025-0999"])
def test_the_oldest_are_not_closed_where_something_is_said(text: str):
    policies = Policies(MatchingPolicy(oldest_first=True))
    decision = decide(paid(50_000, text), Book(OWED, [ANNA, BERT]), policies)
    assert decision.posted is None or decision.posted.rule != "OLDEST_FIRST"


def test_a_name_is_as_good_as_an_account():
    assert posted(paid(81_299, payer_account="DE99", payer_name="ANNA NORDMETALL"), *OWED) == {"R-1": 81_299}


def test_an_account_is_learned_from_what_was_posted():
    book = Book([*OWED, item("B-1", 44_441, "BERT")], [ANNA, BERT])
    payment = paid(81_299, payer_account="DE99", payer_name="Holding Treasury")
    assert decide(payment, book).posted is None
    book.learn("DE99", "ANNA")
    assert decide(payment, book).posted is not None
    book.learn("DE99", "BERT")  # a payment factory: it says nothing by itself
    assert decide(payment, book).posted is None


def test_the_oldest_are_not_closed_where_nothing_is_owed():
    policies = Policies(MatchingPolicy(oldest_first=True))
    assert decide(paid(50_000), Book([], [ANNA]), policies).posted is None


def test_a_little_more_than_a_named_item_is_owed_hides_no_other_item():
    decision = decided(paid(81_299, "INV-2026-055555"), *OWED, item("INV-2026-055555", 73_908))
    assert decision.posted is None
    assert {each.allocations[0].item for each in decision.rivals[:2]} == {"R-1", "INV-2026-055555"}


def test_a_customer_has_a_name_once():
    book = Book([], [ANNA, ANNA])
    assert book.names.same(ANNA.names[0]) == ["ANNA"]


def test_among_items_of_one_amount_everything_due_is_no_likelier_than_as_many_others():
    rent = [item(f"R-{at}", 14_900, due=TODAY + timedelta(days=20 - 10 * at)) for at in range(6)]
    assert posted(paid(4 * 14_900), *rent) is None
