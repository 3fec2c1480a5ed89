"""Any sequence of partial invoices bills the order exactly."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.invoicing.parts import partial_laws as laws
from tests.invoicing.parts.marks import marks
from tests.invoicing.strategies import invoices

randoms = st.randoms(use_true_random=False)


@pytest.mark.slow
@given(invoices(max_lines=3), randoms)
@settings(max_examples=2000)
def test_any_sequence_of_partial_invoices_bills_the_order_exactly(whole, random):
    laws.billed_in_parts_is_billed_exactly(whole, marks(random, whole))


@given(invoices(max_lines=3), randoms)
def test_what_goes_beyond_the_order_is_billed_as_one_invoice_of_it_would_be(whole, random):
    laws.billed_beyond_is_billed_as_once(whole, list(marks(random, whole, beyond=True)))
