"""A payment that looks as if it was made twice: which other payment of the run paid what it names."""

from otcore.formats.cash_application import Matching, review_page
from otcore.formats.cash_application.paid_before import paid_before
from otcore.payments.allocation import Allocation
from tests.formats.cash_application.decisions import eur, item, left, posted, proposal

ONE = posted(proposal(Allocation("I1", eur("60.00")), Allocation("I2", eur("40.00"))), id="P-ONE")


def said(*, reasons: tuple[str, ...] = ("DUPLICATE",), **words: object) -> list[tuple[str, str]]:
    again = left(id="P-TWO", reasons=reasons, **words)
    items = {"I1": item(reference="RF78I1"), "I2": item("I2")}
    return [(id, by.payment.id) for id, by in paid_before(again, Matching((ONE, again), items))]


def test_it_is_known_by_the_number_however_it_is_written_and_by_the_reference():
    assert said(text=("inv i1 please",)) == [("I1", "P-ONE")]
    assert said(reference="RF78 I1") == [("I1", "P-ONE")]
    assert said(text=("INV-I1, INV-I2",), reasons=("TAKEN", "ALREADY_PAID")) == [("I1", "P-ONE"), ("I2", "P-ONE")]


def test_nothing_is_told_of_what_it_does_not_name_nor_of_other_payments():
    assert said(text=("thank you",)) == []
    assert said(text=("INV-I1",), reasons=("AMBIGUOUS",)) == []
    again = left(id="P-TWO", reasons=("DUPLICATE",), text=("X9",))
    assert paid_before(again, Matching((posted(proposal(Allocation("X", eur("1.00")))), again))) == ()


def test_the_page_says_it():
    again = left(id="P-TWO", reasons=("DUPLICATE",), text=("INV-I1",))
    page = review_page(Matching((ONE, again), {"I1": item(), "I2": item("I2")}))
    assert "was paid by <bdi>P-ONE</bdi> on Mar 20, 2026." in page
