"""The judges themselves: they say no when they should."""

import pytest

from otcore.adapters.ubl.invoice import write_invoice
from tests.adapters.ubl.official import failed, schema_errors
from tests.invoicing.documents import invoice

pytestmark = pytest.mark.oracle


@pytest.mark.parametrize(
    ("right", "wrong", "rules"),
    [
        (b">156.25</cbc:PayableAmount>", b">156.26</cbc:PayableAmount>", ["BR-CO-16"]),
        (b">31.25</cbc:TaxAmount>", b">33.25</cbc:TaxAmount>", ["BR-CO-15", "BR-CO-17", "BR-S-09"]),
        (b"<cbc:Percent>25</cbc:Percent>", b"", ["BR-48", "BR-S-05"]),
    ],
)
def test_a_wrong_figure_is_fatal(right, wrong, rules):
    tampered = write_invoice(invoice()).replace(right, wrong)
    found = failed(tampered)
    assert set(rules) <= {assertion.id for assertion in found}
    assert {assertion.flag for assertion in found} == {"fatal"}
    assert all(assertion.text and assertion.location for assertion in found)


def test_what_the_standard_does_not_use_is_a_warning():
    extended = write_invoice(invoice()).replace(b"<cbc:IssueDate>", b"<cbc:UUID>1</cbc:UUID><cbc:IssueDate>")
    assert [assertion.flag for assertion in failed(extended)] == ["warning"]
    assert schema_errors(extended) == []


def test_a_misplaced_element_is_a_schema_error():
    (error,) = schema_errors(write_invoice(invoice()).replace(b"DueDate>", b"DueDay>"))
    assert "DueDay" in error
