"""What went wrong with invoices and credit notes in other systems, as its users told it, and does not go wrong here."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any

import pytest
from attrs import evolve

from otcore.invoicing.invoices.lifecycle import INVOICE_LIFE_CYCLE, InvoiceStatus
from otcore.ports.storage import Store
from otcore.values.faults import Rejected
from otcore.values.money import Money
from tests.orders.examples import eur, line, product
from tests.workflows.books import books, refused
from tests.workflows.desk import Desk, billed, desk
from tests.workflows.invoicing import (
    CN,
    INV,
    assert_books_agree,
    corrects,
    credits,
    drafts,
    invoiced,
    issues,
    numbers,
    open_items,
    price,
    quantity,
    shipped,
    the_invoice,
    uses,
)
from tests.workflows.numbering import TRIES
from tests.workflows.sending import allows, asks, back, gets_back


def at_once(*acts: Any) -> list[str]:
    """Each in a thread of its own; the code of a refusal, or nothing."""
    door = Barrier(len(acts), timeout=30)

    def go(act: Any) -> str:
        door.wait()
        try:
            act()
        except Rejected as refusal:
            return refusal.code
        return ""

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(go, acts))


def test_two_clerks_who_credit_the_same_invoice_at_once_credit_it_once(store: Store):
    ready = desk(stocked=100, store=store, tries=TRIES)
    billed(ready)
    found = at_once(*[lambda: credits(ready, lines=quantity(6))] * 4)
    assert found == ["", *["MORE_THAN_INVOICED"] * 3]
    assert open_items(ready) == {INV: "48.00"}
    assert_books_agree(ready)


def test_two_clerks_who_use_the_same_credit_at_once_use_it_once(store: Store):
    """60 of every 100: at most one of them gets through."""
    ready = desk(stocked=100, store=store, tries=TRIES)
    billed(ready)
    ready.gets("120.00", reference="RF94INV2026000001")
    ready.applies()
    credits(ready, amount=eur("100.00"))
    for order in ("O2", "O3", "O4"):
        billed(ready, 5, order)
    found = at_once(
        *[lambda at=at: uses(ready, invoice=f"INV-2026-00000{at}", amount=eur("60.00")) for at in (2, 3, 4)]
    )
    assert found == ["", *["MORE_THAN_OPEN"] * 2]
    assert_books_agree(ready)


def test_a_return_credited_twice_at_once_is_credited_once(store: Store):
    ready = desk(stocked=100, store=store, tries=TRIES)
    billed(ready)
    back(ready)
    assert at_once(*[lambda: credits(ready, return_id="R1")] * 3)[0] == ""
    assert open_items(ready) == {INV: "84.00"}


def test_money_and_a_credit_note_for_one_invoice_at_once_close_it_once(store: Store):
    ready = desk(stocked=100, store=store, tries=TRIES)
    billed(ready)
    ready.gets("120.00", reference="RF94INV2026000001")
    assert at_once(ready.applies, lambda: credits(ready)) == ["", ""]
    owed_back = {CN: "-120.00"} if ready.item(INV).applied else {}
    assert open_items(ready) == owed_back
    assert_books_agree(ready)


def test_a_line_that_is_credited_whole_is_not_credited_again_at_its_full_price():
    ready = invoiced()
    for _ in range(10):
        credits(ready, lines=quantity(1))
    assert refused(ready, lambda: credits(ready, lines=quantity(1))).code == "MORE_THAN_INVOICED"
    assert refused(ready, lambda: credits(ready)).code == "NOTHING_LEFT"


def test_a_discount_and_then_a_credit_of_the_discounted_line_give_back_what_was_paid():
    ready = invoiced()
    first = credits(ready, prices=price("7.77")).payable
    rest = sum((credits(ready, lines=quantity(1)).payable.minor for _ in range(10)), 0)
    assert first.minor + rest == 12000


@pytest.mark.parametrize("parts", [(1, 1, 1), (2, 1), (3,)])
def test_partial_credit_notes_of_334_99_come_to_334_99(parts: tuple[int, ...]):
    ready = Desk()
    ready.onboards()
    ready.lists(product(price="93.0528"))
    ready.receives(10)
    shipped(ready, line(quantity=3), quantity=3)
    charged = ready.bills().payable
    assert charged == eur("334.99")
    taken = [credits(ready, lines=quantity(part)).payable for part in parts]
    assert sum((each.minor for each in taken), 0) == charged.minor
    assert not open_items(ready)


def test_nothing_leads_from_an_issued_invoice_back_to_a_draft_or_to_nothing():
    assert {state for (before, _), state in INVOICE_LIFE_CYCLE.table.items() if before} <= set(InvoiceStatus)


def test_a_discarded_draft_never_had_a_number_to_lose():
    ready = shipped(desk(stocked=10))
    for number in range(3):
        drafts(ready, f"D{number}")
    issues(ready, "D1")
    assert numbers(ready)[0] == [INV]


def test_a_correction_does_not_overwrite_the_invoice_it_corrects():
    ready = invoiced()
    before = the_invoice(ready).document
    new = corrects(ready)
    assert (the_invoice(ready).document, new.id != INV) == (before, True)


def test_an_order_billed_under_a_number_that_is_there_does_not_overwrite_it():
    ready = invoiced(house=evolve(Desk().house, number="INV-{count}", series="invoice-{year}"))
    shipped(ready, order="O2", shipment="S2")
    assert refused(ready, lambda: ready.bills("S2", date(2027, 3, 2))).code == "NUMBER_TAKEN"


def test_a_fee_that_is_kept_is_not_given_back_with_later_goods():
    ready = invoiced()
    asks(ready, 10)
    allows(ready, amount="50.00")
    total = Money.zero("EUR")
    for _ in range(10):
        gets_back(ready, 1)
        total += credits(ready, return_id="R1").payable
    assert total == eur("70.00")
    assert refused(ready, lambda: credits(ready)).code == "NOTHING_LEFT"


def test_goods_credited_in_advance_are_not_credited_again_when_they_come():
    ready = invoiced()
    credits(ready, lines=quantity(3))
    back(ready)
    assert refused(ready, lambda: credits(ready, return_id="R1")).code == "NOTHING_LEFT"
    assert open_items(ready) == {INV: "84.00"}


def test_a_refused_note_leaves_no_trace_in_any_book():
    ready = invoiced()
    before = books(ready.store)
    refused(ready, lambda: credits(ready, amount=eur("120.01")))
    assert books(ready.store) == before
