"""Who gets an item that several payments claim."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.claims import Claim, allot, doubtful
from otcore.reconciliation.evidence.weights import MARGIN
from otcore.values.money import Money

OPEN = {"X": 100, "Y": 50, "Z": -30}


def claim(at: int, weight: int, day: int = 0, paid: int = 0, named: str = "", **closes: int) -> Claim:
    """A claim on items by name, of a payment like no other, if nothing else is said."""
    return Claim(at, (-weight, day), closes, Money.from_minor(paid or 1_000 + at, "EUR"), frozenset(named))


def made(*claims: Claim) -> tuple[set[int], set[int], set[int]]:
    """Granted, contested, lost."""
    result = allot(claims, OPEN.__getitem__)
    return set(result.granted), set(result.contested), set(result.lost)


def test_a_much_better_claim_wins():
    assert made(claim(0, 900, X=100), claim(1, 900 + MARGIN, X=100)) == ({1}, set(), {0})


def test_a_little_better_is_not_enough_on_one_day():
    assert made(claim(0, 901, X=100), claim(1, 900, X=100)) == (set(), {0, 1}, set())


def test_as_good_and_earlier_wins():
    assert made(claim(0, 900, 2, X=100), claim(1, 900, 1, X=100)) == ({1}, set(), {0})


def test_a_little_better_but_later_is_contested():
    assert made(claim(0, 901, 2, X=100), claim(1, 900, 1, X=100)) == (set(), {0, 1}, set())


def test_who_pays_the_same_again_claims_in_vain_whatever_the_weight():
    assert made(claim(0, 3_000, 2, paid=100, X=100), claim(1, 900, 1, paid=100, X=100)) == ({1}, set(), {0})


def test_who_names_what_the_earlier_one_does_not_name_pays_for_the_first_time():
    first = claim(0, 900, 1, paid=100, X=100)
    assert made(first, claim(1, 3_000, 2, paid=100, named="X", X=100)) == ({1}, set(), {0})


def twin(at: int, id: str, day: int = 1, payer: str = "Alder", named: str = "X") -> Claim:
    """A claim of 100 on X."""
    paid = Money.from_minor(100, "EUR")
    return Claim(at, (-900, day), {"X": 100}, paid, frozenset(named), (payer, ""), id)


def test_of_two_that_only_the_id_tells_apart_the_lower_id_wins():
    assert made(twin(0, "B"), twin(1, "A")) == ({1}, set(), {0})
    assert made(twin(0, "A"), twin(1, "A")) == (set(), {0, 1}, set())


@pytest.mark.parametrize("other", [{"payer": "Birch"}, {"named": ""}, {"named": "XY"}])
def test_of_two_that_more_tells_apart_neither_is_preferred(other: dict[str, Any]):
    assert made(twin(0, "A", **other), twin(1, "B")) == (set(), {0, 1}, set())


def test_the_same_again_is_granted_where_both_fit():
    assert made(claim(0, 900, 1, paid=50, X=50), claim(1, 900, 2, paid=50, X=50)) == ({0, 1}, set(), set())


def test_a_claim_is_doubtful_if_the_same_was_paid_before_and_is_left_open():
    before, again = claim(0, 300, 1, paid=100, X=100), claim(1, 3_000, 2, paid=100, X=100)
    assert doubtful([again], [before]) == {1}
    assert doubtful([before], [again]) == set()
    assert doubtful([again], [claim(0, 300, 1, paid=90, X=90), claim(2, 300, 1, paid=100, X=60, Y=40)]) == set()


def test_claims_that_fit_together_are_granted():
    assert made(claim(0, 900, X=60), claim(1, 900, X=40), claim(2, 900, Y=50)) == ({0, 1, 2}, set(), set())


def test_a_claim_is_granted_as_a_whole_or_not_at_all():
    assert made(claim(0, 2_000, X=100), claim(1, 900, X=1, Y=50)) == ({0}, set(), {1})


def test_what_a_loser_claimed_beside_is_free_for_others():
    assert made(claim(0, 3_000, X=100), claim(1, 2_000, X=1, Y=50), claim(2, 900, Y=50)) == ({0, 2}, set(), {1})


def test_a_contested_item_is_nobodys():
    contested = (claim(0, 2_000, X=100), claim(1, 2_000, X=100))
    assert made(*contested, claim(2, 900, X=10)) == (set(), {0, 1}, {2})


def test_credits_are_claimed_alike():
    assert made(claim(0, 900, Z=-30), claim(1, 900, Z=-30)) == (set(), {0, 1}, set())
    assert made(claim(0, 900, Z=-10), claim(1, 900, Z=-20)) == ({0, 1}, set(), set())


def test_nobody_opens_an_item_further():
    assert made(claim(0, 900, X=-1)) == (set(), set(), {0})


CLAIMS = st.lists(
    st.builds(
        lambda weight, day, paid, closes: (weight, day, paid, closes),
        st.sampled_from([900, 901, 1_700, 3_000]),
        st.integers(0, 1),
        st.sampled_from([0, 60]),
        st.dictionaries(st.sampled_from("XY"), st.integers(1, 60), min_size=1),
    ),
    max_size=7,
)


@given(CLAIMS, st.randoms())
def test_the_order_of_claims_is_nothing_and_no_item_is_granted_twice(drawn, random: Random):
    claims = [claim(at, weight, day, paid, **closes) for at, (weight, day, paid, closes) in enumerate(drawn)]
    first = made(*claims)
    random.shuffle(claims)
    assert made(*claims) == first
    assert sorted(set().union(*first)) == list(range(len(claims)))
    for item, held in OPEN.items():
        assert sum(each.closes.get(item, 0) for each in claims if each.at in first[0]) <= max(held, 0)
