"""Full terms on the way through the books: agreed, billed, owed, late and paid in parts."""

from datetime import UTC, date, datetime

from otcore.customers.commands import ApproveTerms, ProposeTerms
from otcore.invoicing.reference import creditor_reference
from otcore.kpi.queries import AskAging
from otcore.ports.aggregates import CUSTOMER
from otcore.receivables.ledger import EntryKind
from otcore.schemas import canonical_json, read_json
from otcore.values import Money, Percentage, WorkCalendar
from otcore.values.terms import (
    DiscountOffer,
    DiscountTerms,
    DueRule,
    DueStep,
    Instalment,
    InstalmentTerms,
    PaymentTerms,
    Rolling,
)
from otcore.workflows.ask import Get
from otcore.workflows.house import House
from tests.workflows.books import books
from tests.workflows.desk import HOUSE, Desk, billed, desk


def eur(amount: str) -> Money:
    return Money(amount, "EUR")


TERMS = PaymentTerms(
    instalments=(
        InstalmentTerms(DueRule((DueStep(days=12),)), Percentage(30)),
        InstalmentTerms(DueRule((DueStep(days=40),))),
    ),
    discounts=(DiscountTerms(Percentage(2), DueRule((DueStep(days=5),)), on_net=True),),
    rolling=Rolling.FOLLOWING,
)
FIRST, SECOND = Instalment(date(2026, 3, 16), eur("36.00")), Instalment(date(2026, 4, 13), eur("84.00"))


def agreed(house: House = HOUSE, terms: PaymentTerms = TERMS) -> Desk:
    """A desk whose customer has these terms, which came as JSON."""
    ready = desk(stocked=50, house=house)
    proposed = read_json(canonical_json(ProposeTerms("C1", terms, None)), ProposeTerms)
    ready.otc.handle(proposed, actor="ann")
    ready.otc.handle(ApproveTerms("C1", 1), actor="bob")
    return ready


def ticks(ready: Desk, day: date) -> int:
    return ready.otc.tick(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))


def test_the_terms_agreed_are_those_that_came():
    assert agreed().otc.ask(Get(CUSTOMER, "C1")).profile.terms == TERMS


def test_an_invoice_states_its_instalments_its_discounts_and_the_first_due_day():
    document = billed(agreed()).document
    assert (document.due, document.instalments) == (FIRST.due, (FIRST, SECOND))
    assert document.discounts == (DiscountOffer(date(2026, 3, 9), Percentage(2), eur("100.00"), eur("2.00")),)
    assert document.terms_note == (
        "36.00 EUR due 2026-03-16; 84.00 EUR due 2026-04-13; 2 % discount until 2026-03-09: 2.00 EUR"
    )


def test_the_calendar_of_the_house_says_what_is_a_working_day():
    calendar = WorkCalendar(holidays={FIRST.due})
    document = billed(agreed(House(seller=HOUSE.seller, calendar=calendar))).document
    assert document.due == date(2026, 3, 17)


def test_an_item_is_late_by_instalment():
    ready = agreed()
    billed(ready)
    item = "INV-2026-000001"
    assert ready.item(item).instalments == (FIRST, SECOND)
    assert ticks(ready, FIRST.due) == 0
    assert ticks(ready, date(2026, 3, 17)) == 1
    ready.gets("36.00", reference=creditor_reference(item))
    ready.applies()
    assert not ready.item(item).overdue
    assert ticks(ready, SECOND.due) == 0
    assert ticks(ready, date(2026, 4, 14)) == 1
    assert ready.item(item).overdue


def test_the_ledger_has_a_row_for_each_instalment_and_ages_each():
    ready = agreed()
    billed(ready)
    rows = books(ready.store)["entries"]
    assert [(row.kind, row.amount, row.due) for row in rows] == [
        (EntryKind.ISSUED, FIRST.amount, FIRST.due),
        (EntryKind.ISSUED, SECOND.amount, SECOND.due),
    ]
    total = ready.otc.ask(AskAging(date(2026, 3, 20), "EUR")).total
    assert (total.items, total.buckets[:2]) == (1, (SECOND.amount, FIRST.amount))


def test_what_was_due_with_the_order_is_due_when_it_is_billed():
    ready = agreed(terms=PaymentTerms(instalments=(InstalmentTerms(DueRule((DueStep(days=-9),))),)))
    invoice = billed(ready)
    assert invoice.document.due == invoice.document.issued
    assert invoice.document.instalments == ()
