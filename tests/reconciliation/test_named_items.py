"""What a payment names is found however it was spelled, and pays what it names."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from otcore.payments.allocation import Why
from otcore.reconciliation.book import Book
from otcore.reconciliation.deciding import decide
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payer import Payer
from otcore.reconciliation.policy import MatchingPolicy, Policies
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.terms.discount_offer import DiscountOffer
from tests.reconciliation.hostile import ANNA, BERT, decided, eur, item, paid, posted, stranger

NUMBER = "INV-2026-012345"
OTHERS = [item(f"INV-2026-0{at}", 1_013 * at % 70_000 + 1, "BERT") for at in range(31_000, 31_040)]


@pytest.mark.parametrize(
    "text",
    [
        "INV-2026-012345",
        "inv 2026 012345",
        "Rechnung INV2026012345 vom 01.09.2026",
        "INV-2026-0 12345",  # torn by a line break
        "INV-2O26-O12345",  # letters for digits
        "INV-2026-12345",  # zeros lost
        "Nr. 2026-012345",  # letters lost
        "012345",  # only the end
        "INV-2026-012354",  # swapped
        "INV-2026-01245",  # one lost
        "INV-2026-0123",  # the end cut off
        "EREF+ABC SVWZ+INV-2026-012345",
    ],
)
def test_a_number_is_found_however_it_is_spelled(text: str):
    assert posted(paid(35_417, text), item(NUMBER, 35_417), item("INV-2026-029999", 12_211), *OTHERS) == {
        NUMBER: 35_417
    }


def test_a_finding_shows_its_place_in_the_line_it_stands_in():
    payment = paid(35_417, ("Danke", "zu INV-2026-012345"))
    decision = decide(payment, Book([item(NUMBER, 35_417)], [ANNA]))
    assert decision.posted is not None
    span = next(finding.span for finding in decision.posted.findings if finding.kind == "NUMBER")
    assert span is not None
    assert payment.text[span.line][span.start : span.end] == NUMBER


def test_a_finding_shows_every_line_that_a_broken_number_stands_in():
    payment = paid(35_417, ("THANK YOU VERY MUCH INV-202", "6-012345"))
    decision = decide(payment, Book([item(NUMBER, 35_417)], [ANNA]))
    assert decision.posted is not None
    (spans,) = [finding.spans for finding in decision.posted.findings if finding.kind == "NUMBER"]
    assert [payment.text[each.line][each.start : each.end] for each in spans] == ["INV-202", "6-012345"]


def test_an_exact_number_of_a_rare_amount_is_enough_whoever_pays():
    assert posted(stranger(35_417, NUMBER), item(NUMBER, 35_417), *OTHERS) == {NUMBER: 35_417}


def test_somebody_elses_number_is_left_to_a_person():
    decision = decide(paid(35_417, NUMBER), Book([item(NUMBER, 35_417, "BERT"), *OTHERS], [ANNA, BERT]))
    assert decision.posted is None
    assert "PAYER_MISMATCH" in decision.reasons


def test_a_structured_reference_names_its_item():
    stated = item(NUMBER, 35_417, reference="RF18539007547034")
    assert posted(paid(35_417, reference="RF18 5390 0754 7034"), stated, *OTHERS) == {NUMBER: 35_417}


def test_an_order_number_names_its_invoice():
    ordered = item(NUMBER, 35_417, orders=("PO-778899",))
    assert posted(paid(35_417, "Bestellung PO 778899"), ordered, *OTHERS) == {NUMBER: 35_417}


LIST = [item(f"INV-2026-0123{at}", 10_007 * at) for at in (11, 22, 33, 44, 55)]
ALL = {each.id: each.open.minor for each in LIST}


@pytest.mark.parametrize(
    "text",
    [
        "INV-2026-012311, INV-2026-012322, INV-2026-012333, INV-2026-012344, INV-2026-012355",
        "INV-2026-012311/012322/012333/012344/012355",
        "INV-2026-012311 + 012322 + 012333 + 012344 + 012355",
        "INV-2026-012311 bis INV-2026-012355",
        "INV-2026-012311 - 355",
        "INV-2026-012311, INV-2026-012322, INV-2026-012333, INV-2026-012344, INV-2",  # cut
    ],
)
def test_a_list_is_read_however_it_is_written(text: str):
    assert posted(paid(sum(ALL.values()), text), *LIST, *OTHERS) == ALL


def test_a_range_may_leave_out_what_is_not_paid():
    part = {key: ALL[key] for key in ("INV-2026-012311", "INV-2026-012333", "INV-2026-012355")}
    assert posted(paid(sum(part.values()), "INV-2026-012311 bis 355"), *LIST, *OTHERS) == part


def test_a_credit_that_nobody_named_is_taken_off():
    credit = item("G-77", -3_331)
    given = posted(paid(sum(ALL.values()) - 3_331, " ".join(ALL)), *LIST, credit, *OTHERS)
    assert given == ALL | {"G-77": -3_331}


OFFER = DiscountOffer(date(2026, 10, 20), Percentage(Decimal(2)), eur(35_417), eur(708))
POLICY = MatchingPolicy(
    tolerance=(eur(5),), write_off={Why.FEE: (eur(5_000),)}, withholding=(Decimal(15),), oldest_first=False
)


def differing(minor: int, text: str = NUMBER, policy: MatchingPolicy = POLICY, named: OpenItem | None = None) -> str:
    """The reason of the one allocation."""
    book = Book([named or item(NUMBER, 35_417, discounts=(OFFER,)), *OTHERS], [ANNA, BERT])
    decision = decide(paid(minor, text), book, Policies(policy))
    assert decision.posted is not None
    (given,) = decision.posted.allocations
    return str(given.adjustments[0].why if given.adjustments else given.reason)


@pytest.mark.parametrize(
    ("minor", "why"),
    [
        (35_417 - 708, Why.DISCOUNT),
        (35_415, Why.ROUNDING),
        (35_417 - 1_500, Why.FEE),
        (30_104, Why.WITHHOLDING),
        (17_709, Why.PARTIAL),
        (29_876, Why.DEDUCTION),
    ],
)
def test_a_difference_has_its_reason(minor: int, why: Why):
    assert differing(minor) == why


def test_a_word_gives_the_reason():
    assert differing(29_876, f"{NUMBER} Teilzahlung") == Why.PARTIAL
    assert differing(35_417 - 1_500, f"{NUMBER} abz\u00fcglich K\u00fcrzung wegen Reklamation") == Why.DEDUCTION


def test_a_discount_that_is_too_late_is_a_deduction():
    late = DiscountOffer(date(2026, 9, 20), Percentage(Decimal(2)), eur(35_417), eur(708))
    assert differing(35_417 - 708, named=item(NUMBER, 35_417, discounts=(late,))) == Why.DEDUCTION


def test_what_is_paid_too_much_stays_on_account():
    decision = decide(paid(36_417, NUMBER), Book([item(NUMBER, 35_417), *OTHERS], [ANNA, BERT]))
    assert decision.posted is not None
    assert decision.posted.on_account == eur(1_000)
    assert decision.reasons == ("OVERPAYMENT",)


def test_an_item_in_another_currency_is_closed_by_what_was_ordered():
    foreign = item(NUMBER, 0, amount=Money("354.17", "USD"), open=Money("354.17", "USD"))
    book = Book([foreign, *OTHERS], [ANNA, BERT])
    decision = decide(paid(32_000, NUMBER, original=Money("354.17", "USD")), book)
    assert decision.posted is not None
    (given,) = decision.posted.allocations
    assert (given.amount, given.closes) == (eur(32_000), Money("354.17", "USD"))


def test_other_currencies_are_left_where_the_policy_says_so():
    foreign = item(NUMBER, 0, amount=Money("354.17", "USD"), open=Money("354.17", "USD"))
    policies = Policies(MatchingPolicy(cross_currency=False))
    decision = decide(paid(32_000, NUMBER, original=Money("354.17", "USD")), Book([foreign], [ANNA]), policies)
    assert decision.posted is None
    assert decision.reasons == ("CURRENCY_DIFFERS",)


def test_a_parent_pays_for_its_children_where_the_policy_says_so():
    child = [item(NUMBER, 35_417, "CHILD"), *OTHERS]
    payers = [ANNA, Payer("CHILD", ("Anna Tochter AG",), (), "ANNA")]
    assert decide(paid(35_417, NUMBER), Book(child, payers)).posted is not None
    alone = Policies(MatchingPolicy(for_children=False))
    assert decide(paid(35_417, NUMBER), Book(child, payers), alone).posted is None


def test_the_day_of_a_discount_can_have_grace():
    late = DiscountOffer(date(2026, 10, 12) - timedelta(days=3), Percentage(Decimal(2)), eur(35_417), eur(708))
    policy = MatchingPolicy(grace_days=3)
    assert differing(35_417 - 708, policy=policy, named=item(NUMBER, 35_417, discounts=(late,))) == Why.DISCOUNT


def test_a_range_of_two_that_add_up_is_those_two():
    pair = {key: ALL[key] for key in ("INV-2026-012311", "INV-2026-012355")}
    assert posted(paid(sum(pair.values()), "INV-2026-012311 bis 355"), *LIST, *OTHERS) == pair


def test_a_range_whose_end_two_numbers_have_is_left_where_twins_fit():
    twins = [item(f"INV-2026-0{at}", 14_900) for at in (26_514, 26_606, 26_651, 34_960, 36_651)]
    assert posted(paid(44_700, "INV-2026-026514 bis 6651"), *twins, *OTHERS) is None


def test_of_twins_within_a_range_neither_is_meant():
    rent = [item(f"INV-2026-0{at}", 22_715) for at in (12_301, 12_311, 12_340, 12_355)]
    assert posted(paid(3 * 22_715, "INV-2026-012301 bis INV-2026-012355"), *rent, *OTHERS) is None


def test_a_number_is_shown_where_it_stands_in_whichever_part_of_the_text():
    two = (item("INV-2026-012345", 20_000), item("INV-2026-012399", 30_000))
    text = "/INV/INV-2026-012345/REMI/INV-2026-012399"
    proposal = decided(paid(50_000, text), *two, *OTHERS).posted
    assert proposal is not None
    spans = {said.about: said.span for said in proposal.findings if said.span}
    assert {key: text[span.start : span.end] for key, span in spans.items()} == {key: key for key in spans}
    assert set(spans) == {"INV-2026-012345", "INV-2026-012399"}
