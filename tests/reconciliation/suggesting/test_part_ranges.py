"""A range of numbers of which some are not meant: what falls due with its ends is shown, and is never posted for it."""

from tests.reconciliation.suggesting.weekly import decided, ids, item, paid, shown, weekly

RANGE = "RK-2026-01000 to RK-2026-01259"


def test_members_that_fall_due_with_the_ends_are_shown():
    items = (*weekly(), *(item(1000 + 37 * at + 5, 33_000 + at, 7 * at + 30) for at in range(7)))
    decision = decided(paid(0, 2, 5, 7), items, RANGE)
    assert ids(0, 2, 5, 7) in shown(decision)


def test_members_of_which_others_would_do_as_well_are_shown_by_their_due_days():
    items = (item(10, 31_100, 0), item(20, 5000, 40), item(30, 5000, 1), item(40, 5000, -40), item(50, 47_300, 1))
    decision = decided(31_100 + 5000 + 47_300, items, "RK-2026-00010 - RK-2026-00050")
    assert shown(decision)[0] == {"I10", "I30", "I50"}


def test_nothing_outside_of_the_range_is_shown_as_a_part_of_it():
    decision = decided(paid(0, 2, 5, 7, 9), weekly(), RANGE)
    assert all(rival.rule != "NUMBER_RANGE" for rival in decision.rivals)
