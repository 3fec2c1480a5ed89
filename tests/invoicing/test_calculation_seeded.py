"""The laws of the invoice arithmetic on a hundred thousand invoices from seeds."""

import pytest

from tests.invoicing.laws import hold


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
def test_identities_negation_order_and_both_ways_hold(seed):
    assert hold(seed, 20_000) == 20_000
