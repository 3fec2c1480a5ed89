"""Every kind of invoice that leaves otcore passes the official schematron and the UBL schema, without a warning."""

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from otcore.adapters.ubl.invoice import write_invoice
from otcore.invoicing.calculation import Adjustment, calculate
from otcore.invoicing.document import InvoiceLine, PaymentInstructions
from otcore.values import Address, Identifier, Money, Party, TaxCategory
from tests.adapters.ubl.official import failed, schema_errors
from tests.invoicing import strategies
from tests.invoicing.documents import BUYER, SELLER, billed, invoice

pytestmark = pytest.mark.oracle

S25 = TaxCategory("S", "25")
EXEMPT = TaxCategory("E", 0, "Books", "VATEX-EU-132")
TEXTS = [
    "x" * 1000,
    "<b>&amp;</b> ]]> \"quoted\" 'single'",
    "first line\nsecond line\ttabbed",
    "Ünïcödé 日本語 עברית العربية 🧾",
    "--><!-- no comment",
    "  blanks around  ",
]


def agreed(charge=False, **given):
    return Adjustment(charge=charge, reason="agreed", **given)


def taxed(tax, **changes):
    return invoice(billed(tax=tax), **changes)


UNTAXED_PARTIES = {"seller": evolve(SELLER, tax_id=""), "buyer": evolve(BUYER, tax_id="")}
DOCUMENTS = {
    "simple": invoice(),
    "several rates": invoice(
        billed(), billed(tax=TaxCategory("S", "5.5"), line_id="2"), billed(tax=TaxCategory("Z", 0), line_id="3")
    ),
    "adjusted lines": invoice(
        billed("3", "9.99", S25, agreed(percent=Decimal("12.5")), agreed(charge=True, amount=Money("1.01", "EUR")))
    ),
    "adjusted document": invoice(
        adjustments=[
            agreed(percent=Decimal("3.33"), tax=S25),
            agreed(percent=Decimal(10), base=Money("50", "EUR"), tax=S25),
            agreed(charge=True, amount=Money("4.20", "EUR"), tax=TaxCategory("S", "12")),
        ]
    ),
    "adjusted by nothing": invoice(adjustments=[agreed(amount=Money(0, "EUR"), tax=S25)]),
    "zero rated": taxed(TaxCategory("Z", 0)),
    "exempt": taxed(EXEMPT),
    "exempt for two reasons": invoice(billed(tax=EXEMPT), billed(tax=TaxCategory("E", 0, "Lessons"), line_id="2")),
    "reverse charge": taxed(TaxCategory("AE", 0)),
    "export": taxed(TaxCategory("G", 0, "Export outside the EU")),
    "intra-community": taxed(TaxCategory("K", 0)),
    "out of scope": taxed(TaxCategory("O", 0), **UNTAXED_PARTIES),
    "Canary Islands": taxed(TaxCategory("L", "7")),
    "Ceuta and Melilla": taxed(TaxCategory("M", 0)),
    "no minor digits": invoice(billed("3", "1333", currency="JPY"), currency="JPY", prepaid=Money("500", "JPY")),
    "negative": invoice(billed("-10", "12.50"), billed("1", "0.99", line_id="2")),
    "free of charge": invoice(billed("1", "0")),
    "prepaid and rounded": invoice(prepaid=Money("156", "EUR"), rounding=Money("-0.25", "EUR")),
    "huge and tiny": invoice(billed("999999999999", "123.4567890123"), billed("0.000001", "0.0001", line_id="2")),
    "price per thousand": invoice(billed("1250", "7.77", per="1000", unit="GRM")),
    "a hundred lines": invoice(*[billed(str(place), "1.11", line_id=str(place)) for place in range(1, 101)]),
    "only what must be there": invoice(
        seller=Party("S", endpoint=Identifier("1", "0002"), tax_id="SE1", address=Address(country="SE")),
        buyer=Party("B", endpoint=Identifier("2", "9930"), address=Address(country="DE")),
        payment=PaymentInstructions(means="1"),
        order_reference="",
        delivery=None,
    ),
    "only the seller's order": invoice(order_reference="", sales_order="SO-1"),
} | {f"text {text[:12]!a}": invoice(note=text, terms_note=text, contract=text) for text in TEXTS}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_the_official_rules_are_met(document):
    xml = write_invoice(document)
    assert schema_errors(xml) == []
    assert failed(xml) == []


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text[:12]))
def test_unusual_names_are_met_with(text):
    name = text[:400]
    document = invoice(seller=evolve(SELLER, name=name, legal_name=name), buyer=evolve(BUYER, name=name))
    line = evolve(document.lines[0], name=name, description=text, note=text)
    xml = write_invoice(evolve(document, lines=(line,)))
    assert schema_errors(xml) == []
    assert failed(xml) == []


names = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]), min_size=1, max_size=40)
seen_names = names.filter(lambda text: text.strip())
# The rules about sums are told in xs:decimal and hold far beyond; these sizes are those of trade.
documents = st.builds(
    lambda asked, name, text: (asked, name, text),
    strategies.invoices(currency=st.sampled_from(["EUR", "JPY", "SEK"])),
    seen_names,
    names,
)


@given(documents)
@settings(max_examples=150)
def test_any_invoice_meets_the_official_rules(generated):
    asked, name, text = generated
    lines = tuple(
        InvoiceLine(
            id=line.id, quantity=line.quantity, price=line.price, tax=line.tax, name=name, description=text, note=text
        )
        for line in asked.lines
    )
    document = invoice(currency=asked.currency, note=text, terms_note=text)
    xml = write_invoice(evolve(document, lines=lines, totals=calculate(asked)))
    assert schema_errors(xml) == []
    assert failed(xml) == []
