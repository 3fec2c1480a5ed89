"""Ranges both ends of which are written out, with their letters or a part of the number that is not its end."""

from datetime import date

import pytest

from tests.reconciliation.hostile import decided, item, paid, posted

OTHERS = [item(f"Z-{at}", 1_013 * at % 70_000 + 7, "BERT") for at in range(500, 540)]
AMOUNTS = (41_219, 9_377, 63_503, 12_041)


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        (("INV-2026-001", "INV-2026-004", "INV-2026-007", "INV-2026-009"), "INV-2026-001 to INV-2026-009"),
        (("E2627P", "E2633P", "E2648P", "E2652P"), "E2627P-E2652P"),
        (("FV/0351/08/2026", "FV/0400/08/2026", "FV/0777/08/2026", "FV/0835/08/2026"), "FV/0351/08/2026 do 0835"),
        (("371/26", "392/26", "401/26", "462/26"), "von 371/26 bis 462/26"),
    ],
)
def test_what_lies_between_two_numbers_is_meant(numbers: tuple[str, ...], text: str):
    items = [item(number, minor) for number, minor in zip(numbers, AMOUNTS, strict=True)]
    outside = [item(f"{numbers[0]}-{at}", 977 * at % 80_000 + 3) for at in range(10, 16)]
    assert posted(paid(sum(AMOUNTS), text), *items, *outside, *OTHERS) == dict(zip(numbers, AMOUNTS, strict=True))


def test_some_of_what_lies_between_are_meant_where_only_these_add_up():
    numbers = ("E2627P", "E2633P", "E2648P", "E2652P")
    items = [item(number, minor) for number, minor in zip(numbers, AMOUNTS, strict=True)]
    wanted = {"E2627P": 41_219, "E2648P": 63_503, "E2652P": 12_041}
    assert posted(paid(sum(wanted.values()), "E2627P - E2652P"), *items, *OTHERS) == wanted


def test_where_two_between_have_the_same_amount_a_person_decides():
    amounts = {"E2627P": 41_219, "E2633P": 9_377, "E2648P": 9_377, "E2652P": 12_041}
    items = [item(number, minor) for number, minor in amounts.items()]
    assert decided(paid(62_637, "E2627P - E2652P"), *items, *OTHERS).posted is None


def test_what_lies_beyond_a_range_does_not_complete_it():
    amounts = {"E2627P": 41_219, "E2633P": 9_377, "E2652P": 12_041, "E2874P": 39_199}
    items = [item(number, minor) for number, minor in amounts.items()]
    assert decided(paid(92_459, "E2627P - E2652P"), *items, *OTHERS).posted is None


def test_numbers_that_are_counted_anew_each_month_lie_between_by_their_days():
    numbers = {
        "FV/1226/08/2026": date(2026, 8, 28),
        "FV/0114/09/2026": date(2026, 9, 3),
        "FV/0940/09/2026": date(2026, 9, 27),
    }
    items = [item(number, minor, issued=day) for (number, day), minor in zip(numbers.items(), AMOUNTS[:3], strict=True)]
    later = item("FV/0300/10/2026", 7_121, issued=date(2026, 10, 6))
    wanted = dict(zip(numbers, AMOUNTS[:3], strict=True))
    assert posted(paid(sum(AMOUNTS[:3]), "FV/1226/08/2026 - FV/0940/09/2026"), *items, later, *OTHERS) == wanted


def test_only_a_credit_that_nobody_named_may_be_taken_off_two_ends():
    items = [item("F-26-1-06264", 41_219), item("F-26-1-06355", 63_503), item("CN-000377", -2_213)]
    wanted = {"F-26-1-06264": 41_219, "F-26-1-06355": 63_503, "CN-000377": -2_213}
    assert posted(paid(102_509, "F-26-1-06264 - F-26-1-06355"), *items, *OTHERS) == wanted


def test_numbers_that_begin_with_the_day_lie_between_by_their_days():
    numbers = {"140820266": date(2026, 8, 14), "300820261": date(2026, 8, 30), "141020268": date(2026, 10, 14)}
    items = [item(number, minor, issued=day) for (number, day), minor in zip(numbers.items(), AMOUNTS[:3], strict=True)]
    wanted = dict(zip(numbers, AMOUNTS[:3], strict=True))
    assert posted(paid(sum(AMOUNTS[:3]), "140820266 bis 141020268"), *items, *OTHERS) == wanted


def test_letters_behind_the_numbers_of_a_range_may_differ():
    numbers = ("1DAF05671-B", "1DAF05702-E", "1DAF05899-A", "1DAF06067-F")
    items = [item(number, minor) for number, minor in zip(numbers, AMOUNTS, strict=True)]
    text = "1DAF05671-B to 1DAF06067-F"
    assert posted(paid(sum(AMOUNTS), text), *items, *OTHERS) == dict(zip(numbers, AMOUNTS, strict=True))
