"""Series of numbers: by year and house, together or apart, in the order of dates where the house wants that."""

from datetime import date
from typing import Any

import pytest
from attrs import define, evolve, field

from otcore.adapters.memory import MemoryStore
from otcore.app.sync import OrderToCash
from otcore.ports.storage import Context, Store
from otcore.values.faults import Invalid
from otcore.values.scope import Scope
from tests.orders.examples import DAY, product
from tests.workflows.books import books, refused
from tests.workflows.desk import HOUSE, Desk, billed
from tests.workflows.invoicing import INV, corrects, credits, invoiced, numbers, quantity, shipped
from tests.workflows.numbering import ONE_SERIES

ORDERLY = evolve(HOUSE, in_date_order=True)


def test_invoices_and_credit_notes_have_series_of_their_own():
    ready = invoiced()
    credits(ready, lines=quantity(1))
    billed(ready, order="O2")
    credits(ready, lines=quantity(1))
    assert numbers(ready) == ([INV, "INV-2026-000002"], ["CN-2026-000001", "CN-2026-000002"])


def test_a_house_may_number_both_together():
    ready = invoiced(house=ONE_SERIES)
    credits(ready, lines=quantity(1))
    billed(ready, order="O2")
    assert numbers(ready) == ([INV, "INV-2026-000003"], ["INV-2026-000002"])


def test_a_correction_in_one_series_takes_two_numbers_of_it():
    ready = invoiced(house=ONE_SERIES)
    corrects(ready)
    assert numbers(ready) == ([INV, "INV-2026-000003"], ["INV-2026-000002"])


def test_a_credit_note_begins_anew_with_its_own_year():
    ready = invoiced()
    assert credits(ready, lines=quantity(1)).id == "CN-2026-000001"
    assert credits(ready, lines=quantity(1), day=date(2027, 1, 2)).id == "CN-2027-000001"


def test_each_legal_entity_counts_by_itself():
    store, found = MemoryStore(), []
    for entity in ("north", "south"):
        ready = Entity(store=store, entity=entity)
        ready.onboards()
        ready.lists(product())
        ready.receives(20)
        billed(ready)
        credits(ready)
        found.append(numbers(ready))
    assert found[0] == found[1] == ([INV], ["CN-2026-000001"])


@define
class Entity(Desk):
    """A desk of one of several legal entities."""

    entity: str = field(default="main")

    @property
    def otc(self) -> OrderToCash:
        return OrderToCash(self.store, self.house, scope=Scope("main", self.entity), clock=self.clock)


def test_series_that_write_the_same_numbers_have_to_be_one():
    with pytest.raises(Invalid, match="SERIES_APART"):
        evolve(HOUSE, credit_number=HOUSE.number)
    assert evolve(HOUSE, credit_series=HOUSE.series).credit_number == HOUSE.credit_number


def test_a_house_that_numbers_by_date_goes_back_to_no_day_before_the_last():
    ready = shipped(invoiced(house=ORDERLY), order="O2", shipment="S2")
    credits(ready, day=date(2026, 3, 9), lines=quantity(1))
    assert refused(ready, lambda: credits(ready, day=date(2026, 3, 8), lines=quantity(1))).facts == {
        "last": "CN-2026-000001",
        "issued": "2026-03-09",
        "day": "2026-03-08",
    }
    assert ready.bills("S2").id == "INV-2026-000002"
    assert credits(ready, day=date(2026, 3, 9), lines=quantity(1)).id == "CN-2026-000002"


def test_in_one_series_a_credit_note_holds_the_invoices_after_it():
    together = evolve(ONE_SERIES, in_date_order=True)
    ready = shipped(invoiced(house=together), order="O2", shipment="S2")
    credits(ready, day=date(2026, 3, 9), lines=quantity(1))
    assert refused(ready, lambda: ready.bills("S2", date(2026, 3, 8))).code == "DATE_BEFORE_LAST"
    assert ready.bills("S2", date(2026, 3, 9)).id == "INV-2026-000003"


def test_without_that_wish_a_number_goes_to_any_day():
    ready = shipped(invoiced(), order="O2", shipment="S2")
    credits(ready, day=date(2026, 3, 9), lines=quantity(1))
    assert credits(ready, day=DAY, lines=quantity(1)).id == "CN-2026-000002"


def test_a_year_that_begins_asks_nothing_of_the_one_before():
    ready = shipped(invoiced(house=ORDERLY), order="O2", shipment="S2")
    assert ready.bills("S2", date(2027, 1, 1)).id == "INV-2027-000001"


@pytest.mark.parametrize("act", ["bills", "credits", "corrects"])
def test_after_a_number_nobody_is_asked_but_the_store(act: str):
    ready = shipped(invoiced(), order="O2", shipment="S2")
    noted = Noted(ready.store)
    slow = Desk(store=noted)
    {"bills": lambda: slow.bills("S2"), "credits": lambda: credits(slow), "corrects": lambda: corrects(slow)}[act]()
    after = noted.calls[noted.calls.index("number") :]
    assert set(after) <= {"number", "load", "save", "append", "announce", "commit", "close"}
    assert after[-2:] == ["commit", "close"]


@define
class Noted:
    """A store that notes which calls are made of its units, in order."""

    inner: Store
    calls: list[str] = field(factory=list)

    def begin(self, context: Context, reading: bool = False) -> Any:
        return _Noting(self.inner.begin(context, reading), self.calls)


class _Noting:
    def __init__(self, unit: Any, calls: list[str]) -> None:
        self._unit = unit
        self._calls = calls

    def __getattr__(self, name: str) -> Any:
        self._calls.append(name)
        return getattr(self._unit, name)


def test_a_refusal_gives_every_number_back():
    ready = invoiced(house=ORDERLY)
    credits(ready, day=date(2026, 3, 9), lines=quantity(1))
    before = books(ready.store)["numbers"]
    refused(ready, lambda: corrects(ready, day=date(2026, 3, 8)))
    assert books(ready.store)["numbers"] == before
    assert corrects(ready, day=date(2026, 3, 9)).id == "INV-2026-000002"
