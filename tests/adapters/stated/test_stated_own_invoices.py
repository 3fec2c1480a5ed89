"""Invoices that are calculated and written here are exact: calculation, writers, readers and check agree."""

from functools import cache

import pytest

from otcore.adapters.invoices import Syntax, write_invoice
from otcore.adapters.stated import read_stated
from otcore.invoicing.checking import check
from tests.invoicing.generated_documents import documents

COUNT = 100


@cache
def generated(*, beyond):
    return documents(COUNT, beyond=beyond)


@pytest.mark.parametrize("syntax", list(Syntax))
def test_every_invoice_of_the_standard_is_exact(syntax):
    found = {
        document.number: check(read_stated(write_invoice(document, syntax))) for document in generated(beyond=False)
    }
    assert {number: differences for number, differences in found.items() if differences} == {}


def test_what_goes_beyond_the_standard_breaks_no_other_rule_than_the_one_that_does_not_know_it():
    for document in generated(beyond=True):
        differences = check(read_stated(write_invoice(document, Syntax.UBL)))
        assert {difference.rule for difference in differences} == ({"BR-CO-16"} if document.third_party else set())
