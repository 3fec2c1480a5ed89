"""A search that would take too long is not begun, and never answered wrongly."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.sums import FULL, Verdict, by_size, subsets
from tests.reconciliation.sums.brute import BOOKS, WORK, added, all_subsets


@given(BOOKS, st.integers(0, 1500), st.integers(0, 3_000))
def test_a_small_budget_gives_the_right_answer_or_none(amounts: list[int], target: int, work: int):
    answer = subsets(amounts, target, work=work)
    assert answer == subsets(amounts, target, work=WORK) or answer.verdict is Verdict.UNKNOWN


@given(BOOKS, st.integers(0, 1500), st.integers(0, 3_000))
def test_a_small_budget_leaves_out_sizes_and_changes_none(amounts: list[int], target: int, work: int):
    pairs = zip(by_size(amounts, target, work=work), by_size(amounts, target, work=WORK), strict=True)
    assert all(few == full or few.verdict is Verdict.UNKNOWN for few, full in pairs)


def test_a_book_of_thousands_is_too_much_and_anything_may_fit():
    random = Random(1)
    amounts = [random.randrange(1_000, 2_000_000) for _ in range(2_700)]
    answer = subsets(amounts, 3_000_000, work=200_000)
    assert (answer.verdict, answer.subsets, answer.density) == (Verdict.UNKNOWN, (), FULL)


def test_in_a_book_of_thousands_one_and_two_items_are_still_found():
    amounts = [1_000_000 + 3**7 * index + index**3 for index in range(2_700)]
    one, two, three, four = by_size(amounts, added(amounts, (12, 34)), work=200_000)
    assert one.verdict is Verdict.NONE
    assert (12, 34) in two.subsets
    assert three.verdict is four.verdict is Verdict.UNKNOWN


@given(BOOKS, st.integers(-60, 200), st.data())
def test_a_new_item_never_raises_confidence(amounts: list[int], new: int, data: st.DataObject):
    target = added(amounts, data.draw(st.sampled_from(list(all_subsets(amounts)))))
    before, after = (subsets(each, target, work=WORK, near=30) for each in (amounts, [*amounts, new]))
    assert after.density.share >= before.density.share
    if before.verdict is not Verdict.ONE:
        assert after.verdict is not Verdict.ONE or before.verdict is Verdict.NONE
    for few, more in zip(by_size(amounts, target, work=WORK), by_size([*amounts, new], target, work=WORK), strict=True):
        assert more.density.share >= few.density.share
        assert more.verdict is not Verdict.ONE or few.verdict in (Verdict.ONE, Verdict.NONE)
