"""A dispute stands beside what is open until it is settled; it changes nothing of what is owed."""

from datetime import date

import pytest

from otcore.ports.errors import NotFound
from otcore.process.timeline import AskTimeline
from otcore.receivables.dispute import Dispute
from otcore.receivables.disputing import OpenDispute, SettleDispute
from otcore.receivables.invoice_standing import Standing
from otcore.values.faults import Invalid
from otcore.values.money import Money
from tests.orders.examples import DAY, eur
from tests.workflows.books import refused
from tests.workflows.desk import desk
from tests.workflows.invoicing import INV, assert_books_agree, disputes, invoiced, sends, settles, standing


def test_an_invoice_is_disputed_in_part():
    ready = invoiced()
    item = disputes(ready, "24.00")
    assert item.disputes == (Dispute(id="D-1", reason="one was broken", amount=eur("24.00"), day=DAY),)
    found = standing(ready)
    assert (found.standing, found.disputed, found.open) == (Standing.DISPUTED, eur("24.00"), eur("120.00"))
    assert_books_agree(ready)


def test_a_dispute_without_an_amount_is_about_all_that_is_not_in_dispute_yet():
    ready = invoiced()
    disputes(ready, "24.00")
    assert disputes(ready, id="D-2").disputes[1].amount == eur("96.00")
    assert refused(ready, lambda: disputes(ready, id="D-3")).code == "AMOUNT_NOT_POSITIVE"


def test_a_settled_dispute_is_gone_and_the_debt_as_before():
    ready = invoiced()
    sends(ready)
    disputes(ready)
    assert settles(ready).disputes == ()
    assert (standing(ready).standing, standing(ready).open) == (Standing.SENT, eur("120.00"))


def test_what_was_paid_may_be_disputed():
    ready = invoiced()
    ready.gets("120.00", text=INV)
    ready.applies()
    assert standing(ready).standing is Standing.PAID
    disputes(ready, "24.00")
    assert standing(ready).standing is Standing.DISPUTED


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        (eur("120.01"), "MORE_THAN_OWED"),
        (eur("0.00"), "AMOUNT_NOT_POSITIVE"),
        (eur("-1.00"), "AMOUNT_NOT_POSITIVE"),
        (Money("1.00", "USD"), "CURRENCY_DIFFERS"),
    ],
)
def test_a_dispute_is_about_something_that_is_owed(amount: Money, code: str):
    ready = invoiced()
    command = OpenDispute(invoice=INV, dispute="D-1", day=DAY, reason="broken", amount=amount)
    assert refused(ready, lambda: ready.handle(command)).code == code


def test_a_dispute_is_opened_once_and_settled_once():
    ready = invoiced()
    disputes(ready, "24.00")
    assert refused(ready, lambda: disputes(ready, "24.00")).code == "DISPUTE_EXISTS"
    settles(ready)
    assert refused(ready, lambda: settles(ready)).code == "DISPUTE_UNKNOWN"


def test_a_dispute_has_a_reason_and_its_end_an_outcome():
    ready = invoiced()
    for command in (
        OpenDispute(invoice=INV, dispute="D-1", day=DAY, reason=" "),
        SettleDispute(invoice=INV, dispute="D-1", day=DAY, outcome=""),
    ):
        with pytest.raises(Invalid, match="REASON_MISSING"):
            ready.handle(command)


def test_only_an_invoice_that_is_there_is_disputed():
    with pytest.raises(NotFound):
        disputes(desk())


def test_disputes_are_told_outside_and_on_the_time_line():
    ready = invoiced()
    disputes(ready, "24.00")
    settles(ready)
    ready.otc.relay()
    topics = [topic for topic in ready.postbox.topics if "disput" in topic]
    assert topics == ["invoice.disputed", "invoice.dispute_settled"]
    told = [(each.text, each.why) for each in ready.otc.ask(AskTimeline("O1")) if "disput" in each.what]
    assert told == [
        (f"{INV}: 24.00 EUR disputed (D-1)", "one was broken"),
        (f"{INV}: Dispute D-1 settled", "withdrawn"),
    ]


def test_an_invoice_in_one_word_from_the_beginning_to_the_end():
    ready = invoiced()
    words = [standing(ready).standing]
    sends(ready)
    words.append(standing(ready).standing)
    ready.gets("50.00", text=f"{INV}", reference="RF94INV2026000001")
    ready.applies()
    words.append(standing(ready).standing)
    words.append(standing(ready, day=date(2026, 4, 2)).standing)
    ready.gets("70.00", "R2", reference="RF94INV2026000001")
    ready.applies("R2")
    words.append(standing(ready).standing)
    assert words == [Standing.ISSUED, Standing.SENT, Standing.PART_PAID, Standing.OVERDUE, Standing.PAID]
    assert standing(ready).settled
