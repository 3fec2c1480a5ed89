"""Every invoice of the example passes the official EN 16931 schematron and the UBL schema, without a warning."""

import pytest

from tests.adapters.ubl.official import failed, schema_errors

pytestmark = pytest.mark.oracle


@pytest.fixture(scope="module")
def invoices(example_run):
    return {name: data for name, data in example_run[1].items() if name.startswith("invoices/")}


def test_the_schematron_finds_nothing(invoices):
    assert {name: failed(data) for name, data in invoices.items()} == {name: [] for name in invoices}


def test_the_schema_finds_nothing(invoices):
    assert {name: schema_errors(data) for name, data in invoices.items()} == {name: [] for name in invoices}


def test_the_example_has_several_rates_and_reasons_for_none(invoices):
    seen = {code for data in invoices.values() for code in (b">19<", b">7<", b">K<") if code in data}
    assert seen == {b">19<", b">7<", b">K<"}
