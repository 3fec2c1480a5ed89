"""Any sequence of partial credit notes credits the invoice exactly, and never more."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.invoicing.crediting import credit_laws as laws
from tests.invoicing.strategies import invoices

randoms = st.randoms(use_true_random=False)


@pytest.mark.slow
@given(invoices(max_lines=3), randoms)
@settings(max_examples=2000)
def test_any_sequence_of_credit_notes_credits_the_invoice_exactly_and_never_more(whole, random):
    laws.credited_in_parts_is_credited_exactly(whole, random)


@pytest.mark.slow
@given(invoices(max_lines=3), randoms)
@settings(max_examples=2000)
def test_a_line_discounted_and_then_credited_is_credited_exactly(whole, random):
    laws.discounted_then_credited_is_credited_exactly(whole, random)


@given(invoices(max_lines=3), randoms)
@settings(max_examples=500)
def test_what_goods_are_worth_is_what_their_credit_notes_come_to(whole, random):
    laws.goods_are_worth_what_is_credited(whole, random)
