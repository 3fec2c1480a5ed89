"""What a text says beside numbers: that there are several, what a number is, why less is paid."""

from datetime import date

import pytest

from otcore.reconciliation.book import Book
from otcore.reconciliation.deciding import decide
from otcore.reconciliation.evidence.words import says_several
from tests.reconciliation.hostile import ANNA, BERT, decided, eur, item, paid, posted

SERIES = [item(f"2026-0{at}", 1_013 * at % 70_000 + 7) for at in range(5_000, 5_040)]
OTHERS = [item(f"Z-{at}", 1_013 * at % 70_000 + 7, "BERT") for at in range(500, 540)]


@pytest.mark.parametrize("text", ["SAMMELÜBERWEISUNG", "DIV. RECHNUNGEN", "PLUSIEURS FACTURES", "INVOICES AS PER MAIL"])
def test_some_words_say_that_there_are_several(text: str):
    assert says_several(text)


@pytest.mark.parametrize("text", ["RECHNUNG", "INVOICE PAYMENT", "FACTURE", "PAYMENT", ""])
def test_others_do_not(text: str):
    assert not says_several(text)


def test_who_speaks_of_several_does_not_pay_the_one_that_fits_by_chance():
    items = [
        item("A-1", 98_883),
        item("A-2", 14_309, due=date(2026, 9, 20)),
        item("A-3", 84_574, due=date(2026, 9, 20)),
    ]
    more = [item(f"A-{at}", 100_003 + 977 * at) for at in range(10, 60)]
    assert posted(paid(98_883, "Zahlung"), *items, *more) == {"A-1": 98_883}
    decision = decided(paid(98_883, "Sammelzahlung"), *items, *more)
    assert decision.posted is None or {each.item for each in decision.posted.allocations} == {"A-2", "A-3"}


@pytest.mark.parametrize("text", ["Zahlung Kd.00263", "Tel. 00263", "client no 00263", "Vertrag Nr. 00263"])
def test_the_number_of_something_else_names_no_document(text: str):
    twins = [item("SI-00963", 121_000), item("SI-01542", 121_000)]
    assert decided(paid(121_000, text), *twins, *OTHERS).posted is None
    assert posted(paid(121_000, "00263"), *twins, *OTHERS) == {"SI-00963": 121_000}  # one digit is another


def test_a_day_is_no_number_that_was_spelled_wrongly():
    twins = [item("2606/26", 29_900), item("1542/26", 29_900)]
    assert decided(paid(29_900, "v. 24-06-26"), *twins, *OTHERS).posted is None


def test_the_number_of_another_of_its_items_is_not_spelled_wrongly_where_amounts_are_usual():
    same = [item(f"2026-0{at}", 9_900) for at in range(6_000, 6_030)]
    known = item("2026-06131", 41_219)
    assert decided(paid(9_900, "2026-06131"), *same, item("2026-06132", 9_900), known).posted is None


def test_what_was_paid_with_the_amount_is_not_paid_again_by_a_number_near_it():
    book = Book([item("10299-26-007", 4_900), item("10299-26-103", 4_900), *SERIES], [ANNA, BERT])
    book.close("10299-26-007", eur(4_900))
    decision = decide(paid(4_900, "10299-2-007"), book)
    assert decision.posted is None
    assert "DUPLICATE" in decision.reasons


def test_what_was_opened_again_may_be_paid_again():
    book = Book([item("10299-26-007", 4_900), item("10299-26-103", 8_811), *SERIES], [ANNA, BERT])
    book.close("10299-26-007", eur(4_900))
    book.close("10299-26-007", eur(-4_900))
    assert book.paid("ANNA", 4_900) == []
    assert decide(paid(4_900, "10299-2-007"), book).posted is not None


def test_what_was_paid_with_the_amount_is_known_by_the_end_of_its_number():
    book = Book([item("0090019886", 9_900), item("0090022650", 9_900), *SERIES], [ANNA, BERT])
    book.close("0090019886", eur(9_900))
    decision = decide(paid(9_900, "Rg. 90019886"), book)
    assert decision.posted is None
    assert "DUPLICATE" in decision.reasons


def test_who_says_why_less_is_paid_means_what_is_named():
    items = [item("2026-010601", 4_947), item("2026-018971", 4_442)]
    assert decided(paid(4_442, "2026-010601 Schaden Reklamation"), *items, *SERIES).posted is None


def test_who_says_why_less_is_paid_takes_no_credit():
    items = [item("2026-010601", 14_900), item("CN-003383", -5_039)]
    assert decided(paid(9_861, "2026-010601 less damages"), *items, *SERIES).posted is None


def test_the_last_digits_of_a_number_do_not_name_a_prepayment():
    dense = [item(f"2026-0{at}", 57_000) for at in range(4_900, 4_920)]
    assert decided(paid(57_000, "Anzahlung 4912"), *dense, *OTHERS).posted is None


def test_a_list_that_was_paid_in_part_before_is_no_short_payment():
    book = Book([item("2026-000384", 12_345), item("2026-000466", 1_323_286), *SERIES], [ANNA, BERT])
    book.close("2026-000384", eur(12_345))
    assert decide(paid(337_074, "2026-000384 et 2026-000466"), book).posted is None


def test_zeros_that_became_letters_behind_letters_are_read():
    items = [item("INV0003631", 14_900), item("INV0003128", 2_000)]
    assert posted(paid(14_900, "INVOOO3631 run 3128"), *items, *OTHERS) == {"INV0003631": 14_900}


def test_a_difference_is_not_closed_where_more_is_listed():
    items = [item("1800022114", 264_543), item("1800022119", 6_224), item("CN-004349", -6_228)]
    decision = decided(paid(264_539, "1800022114,119"), *items, *OTHERS)
    assert decision.posted is None or len(decision.posted.allocations) > 1


def test_a_postal_code_is_no_member_of_a_list():
    assert posted(paid(66_666, "2026-000384 42505 Bergstadt"), item("2026-000384", 60_606), *OTHERS) == {
        "2026-000384": 60_606
    }


def test_one_more_that_follows_a_list_in_order_is_likelier_than_one_before_it():
    listed = [item(f"0090022{at}", 15_091 + 977 * at, due=date(2026, 9, at - 200)) for at in (205, 207, 210)]
    total = sum(each.open.minor for each in listed)
    text = "0090022205 0090022207 0090022210"
    after = item("0090022211", 50_000, due=date(2026, 9, 11))
    many = [item(f"00900{at}", 1_013 * at % 70_000 + 7, due=date(2026, 8, 1)) for at in range(10_000, 10_400)]
    found = decided(paid(total + 50_000, text), *listed, after, *many)
    assert found.posted is not None
    weight = next(each.weight for each in found.posted.findings if each.kind == "ONE_MORE")
    assert weight > -500


def test_a_number_that_is_near_does_not_name_a_prepayment():
    dense = [item(f"SI-0{at}", 9_900) for at in range(8_500, 8_530)]
    assert decided(paid(9_900, "prepayment PO08553 1"), *dense, *OTHERS).posted is None


def test_one_more_of_a_usual_amount_does_not_complete_a_list_of_a_large_account():
    listed = [item("45044990", 10_007), item("45044210", 17_211), item("45044630", 12_313)]
    dense = [item(f"4600{at}0", 1_000 * (at - 999)) for at in range(1_000, 1_300)]
    total = sum(each.open.minor for each in listed) + 81_000
    assert decided(paid(total, "45044990, 45044210, 45044630"), *listed, *dense, *OTHERS).posted is None


def test_who_pays_twice_as_much_may_have_paid_the_same_twice():
    items = [item("8000326920", 9_428), item("8000326985", 9_428)]
    assert decided(paid(18_856, "Beleg 8000326920"), *items, *OTHERS).posted is None


def test_who_paid_the_same_before_does_not_pay_another_item_in_part():
    book = Book([item("X3P-00100", 25_063), item("X3P-01003", 21_750), *OTHERS], [ANNA, BERT])
    book.close("X3P-01003", eur(21_750))
    assert decide(paid(21_750, "X3P-00100"), book).posted is None
