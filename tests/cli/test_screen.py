"""What a terminal shows: it fits, and nothing that came from outside acts on it."""

from io import StringIO
from pathlib import Path

import pytest
from attrs import evolve
from rich.console import Console

from otcore import Money
from otcore.cli.cash_words import outcome
from otcore.cli.documents import Failure
from otcore.cli.order_words import standing, why
from otcore.cli.ordering import take_order
from otcore.cli.running import Order
from otcore.cli.screen import show, show_failures
from otcore.cli.tables import MOST, Column, in_words, table
from otcore.kpi.cash import CashLine, cash_report
from otcore.orders.lifecycle import Status
from otcore.payments.allocation import Allocation
from otcore.ports.aggregates import ORDER
from otcore.values.faults import Fault
from otcore.workflows.ask import Get
from tests.cli.selling import DAY, order, selling_host
from tests.journey.inboxes import EXAMPLE, taken_in

HOSTILE = "[red]x[/red] \x1b[2J\u202eevil"


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    return taken_in(EXAMPLE, tmp_path_factory.mktemp("out"))


def printed(width, do, terminal=False):
    file = StringIO()
    do(Console(file=file, width=width, force_terminal=terminal))
    return file.getvalue()


def screen(done, width=100):
    command = Order(inbox=Path("inbox"), out=Path("out"), store="postgresql://me:secret@here/books")
    return printed(width, lambda console: show(console, command, done))


@pytest.mark.parametrize("width", [80, 100, 160])
def test_everything_fits_the_width(done, width):
    assert max(map(len, screen(done, width).splitlines())) <= width


@pytest.mark.parametrize("width", [80, 100])
def test_numbers_and_amounts_are_never_cut(done, width):
    shown = screen(done, width)
    for invoice in done.books.invoices:
        assert invoice.id in shown
    for amount in ("€2,278.69", "€2,659.50", "4,856.67", "C1002/ZL2026-0093"):
        assert amount in shown


def test_every_kind_of_document_is_counted(done):
    lines = screen(done).splitlines()
    assert any(line.split() == ["despatch", "advice", "12", "-", "-"] for line in lines)


def test_a_file_that_was_not_understood_is_counted(done):
    failing = evolve(done, taken=evolve(done.taken, failures=[Failure("x", "", (Fault("KIND_UNKNOWN", "what?"),))]))
    lines = screen(failing).splitlines()
    assert any(line.split() == ["not", "understood", "1"] for line in lines)
    assert lines[-1] == "✗ x: KIND_UNKNOWN what?"


def test_a_second_run_says_that_nothing_changed(done):
    assert "None of these 31 files changed." in screen(evolve(done, written=dict.fromkeys(done.written, False)))


def test_a_store_with_nothing_in_it_shows_no_tables(done):
    books = evolve(done.books, orders=(), invoices=(), cash=(), kpi=evolve(done.books.kpi, figures=()))
    assert "Orders" not in screen(evolve(done, books=books))


def test_long_tables_show_what_needs_looking_at(done):
    many = tuple(evolve(order, id=f"{order.id}-{copy}") for order in done.books.orders for copy in range(3))
    shown = screen(evolve(done, books=evolve(done.books, orders=many)))
    assert "C1003/APM-311-0" in shown
    assert "C1001/LK-26-0417-0" not in shown
    assert f"Long tables show {MOST} rows" in shown
    assert "42 orders: 27 closed" in shown


def test_text_from_outside_does_not_act_on_the_terminal():
    shown = printed(80, lambda console: console.print(table("T", [Column("A")], [(HOSTILE,)])), terminal=True)
    assert "[red]x[/red] \ufffd[2J\ufffdevil" in shown


def test_a_failure_names_file_place_document_and_code():
    failure = Failure(HOSTILE, "order 7", (Fault("X", "wrong", "line 3"), Fault("Y", "too")))
    shown = printed(40, lambda console: show_failures(console, [failure]))
    name = "[red]x[/red] \ufffd[2J\ufffdevil"
    assert shown.splitlines() == [f"✗ {name}, line 3, order 7: X wrong", f"✗ {name}, order 7: Y too"]


def test_of_a_document_with_many_faults_the_first_are_shown_and_the_rest_counted():
    failure = Failure("items.csv", "", tuple(Fault("X", "wrong", f"line {line}") for line in range(2, MOST + 5)))
    shown = printed(40, lambda console: show_failures(console, [failure])).splitlines()
    assert (len(shown), shown[-1]) == (MOST + 1, "✗ items.csv: and 3 more")


def test_codes_are_said_in_words():
    assert in_words("CREDIT_LIMIT_EXCEEDED: 5 EUR; SKU_1 stays") == "credit limit exceeded: 5 EUR; SKU_1 stays"


@pytest.mark.parametrize(
    ("status", "said"), [(Status.ACKNOWLEDGED, "waits for the buyer"), (Status.CONFIRMED, "confirmed")]
)
def test_an_order_stands_somewhere(status, said):
    host = selling_host()
    take_order(host, order("1"))
    placed = evolve(host.o2c.ask(Get(ORDER, "A/1")), status=status)
    assert (standing(placed), why(placed)) == (said, "")


@pytest.mark.parametrize(
    ("rule", "reason", "paid", "said"),
    [
        ("STRUCTURED_REFERENCE", "", ["I1"], "I1 by reference"),
        ("NUMBERS_EXACT_SUM", "", ["I1", "I2"], "I1, I2 by invoice numbers"),
        ("STRUCTURED_REFERENCE", "SHORT_PAYMENT", ["I1"], "I1 by reference, paid short"),
        ("", "NO_REFERENCE", [], "names no invoice"),
        ("SOME_NEW_RULE", "SOME_NEW_REASON", ["I1"], "I1 SOME_NEW_RULE, SOME_NEW_REASON"),
    ],
)
def test_what_became_of_a_receipt_is_said(rule, reason, paid, said):
    nothing = Money.zero("EUR")
    allocations = tuple(Allocation(item, nothing) for item in paid)
    line = CashLine(
        "R", DAY, "", "", nothing, nothing, nothing, nothing, "", rule, reason, allocations, nothing, nothing
    )
    assert outcome(line) == said
    assert cash_report((), DAY, "EUR").lines == ()
