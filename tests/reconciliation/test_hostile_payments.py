"""Payments made to have a wrong posting made: nothing crashes, nothing wrong is posted, and all of it is soon over."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from otcore.reconciliation.decision import Outcome
from otcore.reconciliation.payer import Payer
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.terms.discount_offer import DiscountOffer
from tests.reconciliation.hostile import decided, eur, item, paid, posted, stranger

# ---- Numbers that are something else in the text. Item OTHER is Bert's; Anna pays an amount that she owes.
LOOKALIKES = {
    "a day": ("20261012", "Zahlung vom 20261012"),
    "a day with points": ("12.10.2026", "bezahlt am 12.10.2026"),
    "half a day": ("10/26", "Miete 10/26"),
    "an amount": ("4500", "abzgl. 4500 laut Absprache"),
    "an amount with a currency": ("1250.00", "EUR 1250.00 overpaid last year"),
    "a postal code": ("70173", "Anna Nordmetall, 70173 Stuttgart"),
    "a telephone number": ("0711452367", "Tel. 0711 452367"),
    "a customer number": ("10077", "Kd-Nr. 10077"),
    "a VAT number": ("136695976", "USt-Id DE136695976"),
    "a part of a longer number": ("452367", "Ref 00452367998"),
    "an account": ("43000000", "von DE89370400440532013000 an DE43000000123456"),
    "a year": ("2026", "Beitrag 2026"),
}


@pytest.mark.parametrize(("number", "text"), LOOKALIKES.values(), ids=list(LOOKALIKES))
def test_what_looks_like_the_number_of_anothers_invoice_takes_nothing_from_the_payer(number: str, text: str):
    mine, other = item("R-1", 88_123), item(number, 95_000, "BERT")
    assert posted(paid(88_123, text), mine, other) in (None, {"R-1": 88_123})


@pytest.mark.parametrize(("number", "text"), LOOKALIKES.values(), ids=list(LOOKALIKES))
def test_nor_does_it_make_a_strangers_payment_somebodys(number: str, text: str):
    assert posted(stranger(88_123, text), item(number, 95_000, "BERT"), item("R-1", 70_000)) is None


# ---- Nothing to go by
@pytest.mark.parametrize("text", ["", " ", " \t\n  ", "\u00a0\u2003", "\u200b\ufeff", "-", "///", "?20?21"])
def test_a_stranger_that_says_nothing_is_left_alone(text: str):
    assert posted(stranger(10_000, text), item("R-1", 10_000), item("R-2", 20_000, "BERT")) is None


def test_no_lines_at_all():
    assert posted(evolve(stranger(10_000), text=()), item("R-1", 10_000)) is None


def test_an_empty_book():
    assert decided(paid(10_000, "R-1")).outcome is Outcome.UNMATCHED


@pytest.mark.parametrize("minor", [0, -1, -10_000])
def test_no_money_pays_nothing(minor: int):
    assert posted(paid(minor, "R-1 10000"), item("R-1", 10_000), item("G-1", -10_000)) is None


# ---- Who
def test_one_of_two_payers_with_nearly_the_same_name_is_not_guessed():
    twins = (Payer("ONE", ("Nordmetall Handel GmbH",)), Payer("TWO", ("Nordmetall Handels GmbH",)))
    items = (item("R-1", 10_000, "ONE"), item("R-2", 10_000, "TWO"))
    assert posted(stranger(10_000, payer_name="NORDMETALL HANDEL"), *items, payers=twins) is None


def test_an_account_of_two_customers_is_neither():
    both = (Payer("ONE", ("Alpha",), ("DE11",)), Payer("TWO", ("Omega",), ("DE11",)))
    items = (item("R-1", 10_000, "ONE"), item("R-2", 10_000, "TWO"))
    assert posted(paid(10_000, payer_name=""), *items, payers=both) is None


def test_one_number_that_two_customers_have_is_the_payers_or_nobodys():
    items = (item("0001", 10_000, id="A"), item("0001", 10_000, "BERT", id="B"))
    assert posted(paid(10_000, "Rechnung 0001"), *items) in (None, {"A": 10_000})
    assert posted(stranger(10_000, "Rechnung 0001"), *items) is None


def test_a_strangers_name_with_anothers_number_and_another_amount():
    assert posted(stranger(4_711, "Rechnung R-2026-10577", payer_name="Zeta KG"), item("R-2026-10577", 99_900)) is None


# ---- Which
def test_one_of_two_items_of_the_same_amount_is_not_guessed():
    assert posted(paid(10_000, "Rechnung"), item("R-10001", 10_000), item("R-10002", 10_000)) is None


def test_of_two_items_of_the_same_amount_the_named_one_is_paid():
    items = item("R-10001", 10_000), item("R-10002", 10_000)
    assert posted(paid(10_000, "Rechnung R-10002"), *items) in (None, {"R-10002": 10_000})


def test_the_running_part_of_two_years_is_neither():
    items = item("RE-2025-00123", 10_000), item("RE-2026-00123", 10_000)
    assert posted(paid(10_000, "Rechnung 123"), *items) is None


def test_a_cut_number_that_ten_items_begin_with_is_none_of_them():
    items = [item(f"R-2026-1057{last}", 10_000) for last in range(10)]
    assert posted(paid(10_000, "R-2026-1057"), *items) is None


def test_another_open_item_of_exactly_the_amount_makes_the_named_one_doubtful():
    assert posted(paid(21_000, "Factura 314941"), item("314941", 36_000), item("313932", 21_000)) is None


def test_two_items_under_one_reference_are_not_guessed():
    items = item("R-1", 10_000, reference="RF18539007547034"), item("R-2", 10_000, reference="RF18539007547034")
    assert posted(paid(10_000, reference="RF18539007547034"), *items) is None


def test_an_order_of_several_items_of_the_amount_is_not_guessed():
    items = item("R-1", 10_000, orders=("PO-77123",)), item("R-2", 10_000, orders=("PO-77123",))
    assert posted(paid(10_000, "order PO-77123"), *items) is None


def test_what_is_paid_is_not_paid_again():
    closed = item("R-10001", 10_000, open=eur(0))
    assert posted(paid(10_000, "Rechnung R-10001"), closed, item("R-10002", 25_000)) is None


def test_the_number_of_a_paid_item_does_not_pay_its_twin():
    closed = item("R-10001", 10_000, open=eur(0))
    assert posted(paid(10_000, "Rechnung R-10001"), closed, item("R-10002", 10_000)) is None


@pytest.mark.parametrize(
    "text", ["R-10001 002 003", "R-10001/002/003", "R-10001,2,3", "R-10001 bis R-10003", "R-10001ff"]
)
def test_more_money_than_the_first_of_a_list_is_no_overpayment_of_it(text: str):
    items = [item(f"R-1000{at}", 10_000 + at) for at in range(1, 5)]
    whole = {f"R-1000{at}": 10_000 + at for at in range(1, 4)}
    assert posted(paid(30_006, text), *items) in (None, whole)


def test_a_surplus_that_another_item_explains_is_no_overpayment():
    both = {"R-10001": 10_000, "R-10002": 20_500}
    items = item("R-10001", 10_000), item("R-10002", 20_500), item("R-10003", 70_001)
    assert posted(paid(30_500, "R-10001"), *items) in (None, both)


def test_many_times_the_amount_is_no_overpayment():
    assert posted(paid(932_500, "R-10001"), item("R-10001", 1_537)) is None


# ---- Currencies and credits
def test_the_digits_of_another_currency_are_not_the_amount():
    foreign = paid(0, "R-10001", amount=Money("100.00", "USD"))
    assert posted(foreign, item("R-10001", 10_000)) is None


def test_a_hundred_yen_are_no_euro():
    yen = item("R-10001", 0, amount=Money.from_minor(10_000, "JPY"))
    assert posted(paid(10_000, "R-10001"), yen) is None


def test_money_for_a_credit_closes_no_credit():
    assert posted(paid(5_000, "Gutschrift G-10001"), item("G-10001", -5_000), item("R-1", 80_000)) is None


def test_credits_above_the_invoices_leave_nothing_to_pay():
    named = "R-10001 G-10001"
    assert posted(paid(1_000, named), item("R-10001", 10_000), item("G-10001", -12_000)) is None


# ---- Size
def test_a_text_of_ten_thousand_digits_names_nothing():
    digits = "".join(str(at * 7919 % 10) for at in range(10_000))
    items = [item(str(10_000 + at), 10_000 + at, "BERT") for at in range(500)]
    assert posted(paid(777, digits), *items) is None


def test_ten_thousand_characters_of_numbers_are_read_in_time():
    items = [item(f"R-{200_000 + at}", 10_000 + at) for at in range(1_100)]
    named = items[:1_000]
    text = " ".join(each.number for each in named)
    whole = {each.id: each.open.minor for each in named}
    assert posted(paid(sum(whole.values()), text), *items) in (None, whole)


def test_a_number_said_a_thousand_times_is_said_once():
    assert posted(paid(10_000, "R-20001 " * 1_250), item("R-20001", 10_000)) in (None, {"R-20001": 10_000})


def test_hundreds_of_equal_items_have_no_sum_of_their_own():
    items = [item(f"R-{30_000 + at}", 999) for at in range(600)]
    assert posted(paid(9_990, "Zahlung"), *items) is None


def test_thousands_of_items_are_searched_in_time():
    items = [item(f"R-{30_000 + at}", 1_000 + at * at % 99_991) for at in range(3_000)]
    assert posted(paid(5_123_457, "Kontoausgleich"), *items) is None


def test_money_beyond_all_books():
    assert posted(paid(10**15, "R-10001"), item("R-10001", 10_000)) is None


def test_the_largest_items_are_paid_exactly():
    assert posted(paid(10**15, "R-10001"), item("R-10001", 10**15)) in (None, {"R-10001": 10**15})


# ---- Characters and days
STRANGE = {
    "digits of other scripts": "Rechnung R-\u0661\u0660\u0660\u0660\u0661",
    "wide digits": "Rechnung \uff32-\uff11\uff10\uff10\uff10\uff11",
    "superscripts": "R-\u00b9\u2070\u2070\u2070\u00b9",
    "blanks without width": "R-1\u200b0\u200b0\u200b01",
    "from right to left": "\u202e10001-R",
    "half a character": "R-10001 \ud800",
    "nothing": "R-\x0010001",
    "letters that grow": "R-10001 \ufb03\u0130\u00df",
    "combining": "R-1\u03010001",
    "faces": "R-10001 \U0001f600",
    "patterns": "R-10001 (.*)+$ \\1 [a-",
    "formats": "R-10001 %s {} {0} %(x)s",
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=list(STRANGE))
def test_strange_characters_end_in_the_right_item_or_in_none(text: str):
    items = item("R-10001", 12_345), item("R-10002", 54_321, "BERT")
    assert posted(paid(12_345, text), *items) in (None, {"R-10001": 12_345})


@pytest.mark.parametrize(
    "name", ["GmbH", "& Co.", "...", "A", "\u0661\u0660", "\ud800", "\u202e", "\x00", "\U0001f600", "%s {0}"]
)
def test_strange_names_are_nobodys(name: str):
    assert posted(stranger(12_345, payer_name=name), item("R-10001", 12_345), item("R-10002", 1, "BERT")) is None


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_day_of_the_calendar(day: date):
    offer = DiscountOffer(day, Percentage("2"), eur(10_000), eur(200))
    offered = item("R-10001", 10_000, issued=day, due=day, discounts=(offer,))
    assert posted(paid(9_800, "R-10001", day=day), offered) in (None, {"R-10001": 9_800})


# ---- Anything at all
ITEMS = tuple(item(f"R-1000{at}", 1_000 * at + 7, "ANNA" if at % 2 else "BERT") for at in range(1, 9))
ITEMS = (*ITEMS, item("G-10009", -2_014), item("20261012", 4_711))


@settings(max_examples=300)
@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=34), st.integers(-20_000, 40_000))
def test_any_text_name_and_account_end_in_a_decision(text: str, name: str, account: str, minor: int):
    payment = paid(minor, text, payer_name=name, payer_account=account)
    assert decided(payment, *ITEMS).payment == "P"


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from([*(each.number for each in ITEMS), "1000", "002", " ", "-", "/", "bis", "10001"])),
    st.integers(1, 40_000),
)
def test_any_pieces_of_numbers_end_in_a_decision_that_conserves_cash(pieces: list[str], minor: int):
    decided(paid(minor, "".join(pieces)), *ITEMS)


@settings(max_examples=100)
@given(
    st.permutations(ITEMS),
    st.sampled_from([1_007, 4_014, 8_021, 12_345]),
    st.sampled_from(["", "R-10001", "R-10003 R-10005"]),
)
def test_the_order_of_the_book_decides_nothing(items: list, minor: int, text: str):
    assert decided(paid(minor, text), *items) == decided(paid(minor, text), *ITEMS)


def test_the_same_question_has_the_same_answer():
    assert decided(paid(4_014, "R-10001, 3"), *ITEMS) == decided(paid(4_014, "R-10001, 3"), *ITEMS)
