"""A chain of down payments and final invoices comes to the order, and to 0.00 where all was paid down."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.invoicing.on_account import chain_laws as laws
from tests.invoicing.strategies import invoices

randoms = st.randoms(use_true_random=False)


@pytest.mark.slow
@given(invoices(max_lines=3), randoms)
@settings(max_examples=2000)
def test_a_chain_of_down_payments_ends_at_what_is_left(whole, random):
    for order in laws.owed([whole]):
        laws.a_chain_ends_at_what_is_left(order, random)
