"""Lists that write one number out, and of the others only what differs."""

import pytest

from tests.reconciliation.hostile import decided, item, paid, posted

AMOUNTS = (41_219, 9_377, 63_503)
OTHERS = [item(f"Z-{at}", 1_013 * at % 70_000 + 7, "BERT") for at in range(500, 540)]


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        (("RE2026/00123", "RE2026/00124", "RE2026/00131"), "RE2026/00123, 124, 131"),
        (("RE2026/00123", "RE2026/00124", "RE2026/00131"), "RE2026/00123\n24\n31"),
        (("3791/26", "3823/26", "5168/26"), "3791/26, 3823, 5168"),
        (("3791/26", "3823/26", "5168/26"), "3791, 3823 und 5168/26"),
        (("FV 948/09/2026", "FV 963/09/2026", "FV 57/09/2026"), "FV 948 i 963 i 57/09/2026"),
        (("VK-W38-1366", "VK-W38-1370", "VK-W39-0384"), "VK-W38-1366 31.08.2026, 370, 384"),
    ],
)
def test_members_of_a_list_may_give_only_what_differs(numbers: tuple[str, ...], text: str):
    items = [item(number, minor) for number, minor in zip(numbers, AMOUNTS, strict=True)]
    more = [item(f"{numbers[0]}-{at}", 977 * at % 80_000 + 3) for at in range(10, 16)]
    wanted = dict(zip(numbers, AMOUNTS, strict=True))
    assert posted(paid(sum(AMOUNTS), text), *items, *more, *OTHERS) == wanted


def test_members_of_the_same_amount_with_other_beginnings_leave_a_list_open():
    items = [item("INV-003280", 41_219), item("INV-006641", 4_900), item("INV-026641", 4_900)]
    decision = decided(paid(46_119, "INV-003280 + 6641"), *items, *OTHERS)
    assert decision.posted is None
    assert "AMBIGUOUS" in decision.reasons


def test_an_item_that_nobody_named_does_not_stand_for_a_member_that_was_not_understood():
    items = [item("VK-W38-1366", 41_219), item("VK-W36-0195", 9_377)]
    assert decided(paid(50_596, "VK-W38-1366, 370"), *items, *OTHERS).posted is None


def test_a_member_that_is_the_number_of_a_strangers_item_is_no_overpayment():
    items = [item("6494/26", 87_475), item("6496", 20_000, "BERT")]
    assert decided(paid(95_916, "6494/26, 6496"), *items, *OTHERS).posted is None


def test_what_was_not_understood_may_stand_behind_the_cents_of_an_amount():
    numbers = ("260810018", "260911026", "260921021")
    items = [item(number, minor) for number, minor in zip(numbers, AMOUNTS, strict=True)]
    text = "SVWZ+cust no 10021 260810018;412,19260911026;93,77 260921021;635,03"
    assert posted(paid(sum(AMOUNTS), text), *items, *OTHERS) == dict(zip(numbers, AMOUNTS, strict=True))


@pytest.mark.parametrize("other", ["20260126", "IT436689217", "Tel. 089/666840", "cod. cliente 11259"])
def test_what_is_no_number_of_a_document_is_no_member_of_a_list(other: str):
    items = [item("400128765", 41_219)]
    assert posted(paid(40_719, f"fakt 400128765 {other}"), *items, *OTHERS) == {"400128765": 40_719}
    assert posted(paid(40_719, f"{other} 400128765"), *items, *OTHERS) == {"400128765": 40_719}


def test_of_more_than_three_that_may_complete_a_list_none_is_taken():
    listed = [item(f"45044{at}-2", 10_007 + at) for at in (49, 57, 63)]
    twins = [item(f"4505{at}-7", 14_900) for at in range(160, 165)]
    total = sum(each.open.minor for each in listed) + 14_900
    assert decided(paid(total, "4504449-2,4504457-2,4504463-2"), *listed, *twins, *OTHERS).posted is None
