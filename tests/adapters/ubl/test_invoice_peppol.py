"""Rules of Peppol BIS Billing 3 about figures and form, told again in Python: its schematron is in no package."""

from decimal import Decimal
from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from otcore.adapters.ubl.invoice import write_invoice
from otcore.adapters.ubl.writing import CAC, CBC
from otcore.invoicing.calculation import calculate
from otcore.invoicing.document import InvoiceLine
from tests.invoicing import strategies
from tests.invoicing.documents import invoice

SLACK = Fraction(2, 100)


def written(asked):
    lines = tuple(
        InvoiceLine(id=line.id, quantity=line.quantity, price=line.price, tax=line.tax, name="Item")
        for line in asked.lines
    )
    return etree.fromstring(write_invoice(evolve(invoice(), lines=lines, totals=calculate(asked))))


def every(parent, path):
    return parent.xpath(path, namespaces={"cac": CAC, "cbc": CBC})


def number(parent, path, default="0"):
    return Fraction(Decimal(next((found.text for found in every(parent, path)), default)))


roots = strategies.invoices(currency=st.just("EUR")).map(written)


@given(roots)
def test_r008_no_element_is_empty(root):
    assert [element.tag for element in root.iter() if not len(element) and not (element.text or "").strip()] == []


@given(roots)
def test_r040_to_r042_a_percentage_has_its_base_and_gives_the_amount(root):
    for item in every(root, "//cac:AllowanceCharge"):
        assert len(every(item, "cbc:MultiplierFactorNumeric")) == len(every(item, "cbc:BaseAmount"))
        if every(item, "cbc:BaseAmount"):
            exact = number(item, "cbc:BaseAmount") * number(item, "cbc:MultiplierFactorNumeric") / 100
            assert abs(number(item, "cbc:Amount") - exact) <= SLACK


@given(roots)
def test_r051_every_amount_is_in_the_invoice_currency(root):
    assert set(every(root, "//@currencyID")) == {"EUR"}


@given(roots)
def test_r120_a_line_follows_from_quantity_price_and_adjustments(root):
    for line in every(root, "cac:InvoiceLine"):
        exact = (
            number(line, "cbc:InvoicedQuantity")
            * number(line, "cac:Price/cbc:PriceAmount")
            / number(line, "cac:Price/cbc:BaseQuantity", "1")
        )
        for item in every(line, "cac:AllowanceCharge"):
            sign = 1 if every(item, "cbc:ChargeIndicator")[0].text == "true" else -1
            exact += sign * number(item, "cbc:Amount")
        assert abs(number(line, "cbc:LineExtensionAmount") - exact) <= SLACK


@given(roots)
def test_r130_the_base_quantity_is_in_the_unit_of_the_line(root):
    for line in every(root, "cac:InvoiceLine"):
        assert set(every(line, "cac:Price/cbc:BaseQuantity/@unitCode")) <= set(
            every(line, "cbc:InvoicedQuantity/@unitCode")
        )
