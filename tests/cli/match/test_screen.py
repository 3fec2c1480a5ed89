"""What the terminal shows of decisions, whatever they are."""

from pathlib import Path

from rich.console import Console

from otcore.cli.match.screen import show_matching
from otcore.formats.cash_application import Matching
from otcore.payments.allocation import Allocation, Why
from tests.formats.cash_application.decisions import discounted, eur, left, matching, posted, proposal


def shown(found: Matching) -> str:
    console = Console(width=110, highlight=False)
    with console.capture() as capture:
        show_matching(console, found, (), {"review.html": True}, Path("out"))
    return " ".join(capture.get().split())


def test_what_differs_is_told_beside_the_document():
    partial = Allocation("I2", eur("20.00"), (), Why.PARTIAL)
    best = proposal(discounted(), partial, on_account=eur("5.00"))
    assert (
        "P1 Ann €123.00 INV-I1 (discount €2.00), INV-I2 (paid in part) by the invoice number, €5.00 on account"
        in shown(matching(posted(best, amount="123.00")))
    )


def test_a_payment_that_explains_nothing_is_on_account_as_a_whole():
    best = proposal(on_account=eur("100.00")).__class__("C1", (), eur("100.00"), "MANUAL")
    assert "nothing by a person, €100.00 on account" in shown(matching(posted(best)))


def test_why_not_stands_before_what_it_could_be():
    told = shown(matching(left(proposal(), proposal(), proposal(), payer_name=""), left(id="P2", reasons=())))
    assert "P1 - €100.00 several explanations fit about as well ? INV-I1 by the invoice number, or 2 others" in told
    assert "P2 Ann €100.00 Not explained" in told


def test_text_from_outside_is_neither_markup_nor_a_control_sign():
    assert "[red]x\ufffd" in shown(matching(left(payer_name="[red]x\x1b")))


def test_a_suspicious_payment_that_was_posted_is_told():
    told = shown(matching(posted(reasons=("OVERPAYMENT", "PAYER_MISMATCH"))))
    assert "INV-I1 by the invoice number ! names another customer's invoice" in told
    assert "The review list is" in told
