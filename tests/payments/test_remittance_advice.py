"""An advice is taken only when it agrees with itself."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from otcore.payments.remittance_advice import AdviceLine
from otcore.values import Invalid, Money
from tests.payments.advices import advice, eur, line


def changed(line: AdviceLine, name: str, amount: Money) -> AdviceLine:
    """The line with another amount under this name."""
    amounts: Any = {name: amount}
    return evolve(line, **amounts)


def faults(of) -> list[tuple[str, str]]:
    """Codes and places."""
    with pytest.raises(Invalid) as caught:
        of.check()
    return [(fault.code, fault.path) for fault in caught.value.faults]


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=20))
def test_lines_that_come_to_the_total_are_right(amounts):
    lines = [AdviceLine(document="I", paid=Money.from_minor(amount, "EUR")) for amount in amounts]
    advice(*lines, total=str(Money.from_minor(sum(amounts), "EUR").amount)).check()


def test_lines_come_to_the_total():
    wrong = advice(line("I1", "10.00"), line("I2", "5.00"), total="14.99")
    with pytest.raises(Invalid, match=r"15\.00 EUR, not to 14\.99 EUR") as caught:
        wrong.check()
    (fault,) = caught.value.faults
    assert (fault.code, fault.path, fault.facts["lines"]) == ("REMITTANCE_SUM", "/total", "15.00 EUR")


def test_an_advice_has_lines():
    assert faults(advice(total="1.00")) == [("REMITTANCE_LINES", "/lines")]


@pytest.mark.parametrize("name", ["paid", "discount", "deduction", "stated"])
def test_every_amount_is_in_the_currency_of_the_payment(name):
    wrong = changed(line("I", "10.00"), name, Money("10.00", "USD"))
    assert faults(advice(wrong, total="10.00")) == [("REMITTANCE_CURRENCY", f"/lines/0/{name}")]


def test_a_line_says_what_it_is_about():
    assert faults(advice(line("", "10.00"))) == [("REMITTANCE_DOCUMENT", "/lines/0/document")]
    advice(line("", "10.00", reason="freight"), line("", "1.00", order="PO-1")).check()


@pytest.mark.parametrize("name", ["discount", "deduction"])
def test_what_is_taken_off_does_not_add(name):
    assert faults(advice(line("I", "10.00", **{name: eur("-1.00")}))) == [("REMITTANCE_TAKEN", f"/lines/0/{name}")]
    advice(line("C", "-10.00", **{name: eur("-1.00")})).check()


def test_every_fault_is_told():
    wrong = advice(line("", "1.00"), line("I", "1.00", discount=eur("-1.00")), total="3.00")
    assert [code for code, _ in faults(wrong)] == ["REMITTANCE_DOCUMENT", "REMITTANCE_TAKEN", "REMITTANCE_SUM"]
