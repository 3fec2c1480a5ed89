"""Every invoice of the example is exact: what otcore calculates, its own check finds right."""

from otcore.adapters.stated import read_stated
from otcore.invoicing.checking import check


def test_the_check_finds_nothing(example_run):
    invoices = {name: data for name, data in example_run[1].items() if name.startswith("invoices/")}
    assert invoices
    assert {name: check(read_stated(data)) for name, data in invoices.items()} == dict.fromkeys(invoices, ())
