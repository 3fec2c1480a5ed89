"""Of very many items with one amount those are shown whose number comes near what the text says."""

from datetime import date, timedelta

import pytest

from otcore.reconciliation.book import Book
from otcore.reconciliation.deciding import decide
from otcore.reconciliation.decision import Outcome
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payer import Payer
from otcore.reconciliation.payment import Payment
from otcore.values.money import Money

DAY = date(2026, 10, 20)
FEE = Money.from_minor(4_900, "EUR")
NUMBERS = [f"INV-2026-{100_003 + 7_919 * at:06}" for at in range(90)]
MEANT = NUMBERS[50]  # INV-2026-495953


def shown(text: str, name: str = "Anna AG") -> list[str]:
    items = [OpenItem(number, "ANNA", number, FEE, FEE, DAY, DAY + timedelta(at)) for at, number in enumerate(NUMBERS)]
    decision = decide(Payment("P", FEE, DAY, name, "", text=(text,)), Book(items, [Payer("ANNA", ("Anna AG",))]))
    assert decision.outcome is not Outcome.POSTED
    return [proposal.allocations[0].item for proposal in decision.rivals]


@pytest.mark.parametrize(
    "text",
    ["INV-2026-495958", "INV-2026-495593", "INV-2026-49593", "INV-2026-4955953", "INV-2026-49595", "INV-2026-4959"],
    ids=["another digit", "swapped", "a digit less", "a digit more", "cut by one", "cut by two"],
)
def test_the_item_of_the_nearest_number_comes_first(text: str):
    assert shown(text)[0] == MEANT


def test_it_is_found_for_a_stranger_too():
    assert shown("INV-2026-495958", "Factoring House") == [MEANT]


def test_a_number_that_is_far_from_all_shows_none_of_them_before_the_others():
    assert shown("INV-2026-777777", "Factoring House") == []
    assert MEANT not in shown("INV-2026-777777")


def test_an_item_with_another_amount_is_none_of_them():
    other = Money.from_minor(5_900, "EUR")
    items = [OpenItem(number, "ANNA", number, FEE, FEE, DAY, DAY) for number in NUMBERS if number != MEANT]
    items.append(OpenItem(MEANT, "ANNA", MEANT, other, other, DAY, DAY))
    book = Book(items, [Payer("ANNA", ("Anna AG",))])
    decision = decide(Payment("P", FEE, DAY, "Factoring House", "", text=("INV-2026-495958",)), book)
    assert decision.rivals == ()
