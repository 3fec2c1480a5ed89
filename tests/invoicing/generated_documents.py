"""Invoices and credit notes by the hundred, the same for the same seed: every business term of EN 16931 in the mix.

`document` draws from anything that behaves as `random.Random`, so a plain seed and Hypothesis make the same documents.
What is drawn is valid: it meets `requirement_faults`, and the official rules.
"""

from random import Random

from attrs import evolve

from otcore.invoicing.calculation import calculate
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.stating.specification import CORE, XRECHNUNG_EXTENSION
from otcore.values import Identifier
from tests.invoicing.generated.lines import billed, document_adjustments, paid, texts_of
from tests.invoicing.generated.parties import buyer, delivery, payee, representative, seller
from tests.invoicing.generated.payments import in_parts, payment, settled
from tests.invoicing.generated.references import attachments, notes, preceding
from tests.invoicing.generated.taxes import scheme_of_taxes
from tests.invoicing.generated.words import code, day, maybe, period

XRECHNUNG = f"{CORE}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"
INVOICES = ("380", "380", "380", "384", "326", "389")
CREDIT_NOTES = ("381", "381", "396")
CURRENCIES = ("EUR", "EUR", "SEK", "JPY", "CHF", "OMR", "HUF")


def documents(count: int, seed: int = 20260302, *, beyond: bool = False) -> list[InvoiceDocument]:
    """So many documents, one a number after the seed."""
    return [document(Random(seed + place), beyond=beyond) for place in range(count)]


def document(random, *, beyond: bool = False) -> InvoiceDocument:
    """One complete document. `beyond`: with what EN 16931 has no words for, and UBL and XRechnung's extension have:
    sub-lines, payments collected for others, the order and the despatch of a line, instalments and discounts as data.
    """
    currency, taxes = random.choice(CURRENCIES), scheme_of_taxes(random)
    asked = billed(random, currency, taxes, beyond=beyond)
    span = maybe(random, lambda: period(random))
    asked = evolve(asked, adjustments=document_adjustments(random, asked), **paid(random, asked, beyond=beyond))
    credit = not asked.third_party and random.random() < 0.3
    drawn = InvoiceDocument(
        number=f"F-{random.randrange(10**6)}",
        issued=day(random),
        due=None,
        currency=currency,
        seller=seller(random, taxes),
        buyer=buyer(random, taxes),
        lines=tuple(texts_of(random, line, span, beyond=beyond) for line in asked.lines),
        totals=calculate(asked),
        payment=payment(random),
        type_code=random.choice(CREDIT_NOTES if credit else INVOICES),
        delivery=delivery(random, taxes),
        preceding=preceding(random, needed=credit),
        period=span,
        payee=maybe(random, lambda: payee(random)),
        tax_representative=representative(random, taxes),
        attachments=attachments(random),
        profile=asked.profile,
        tax_included=asked.tax_included,
        tax_currency=asked.tax_rate.target if asked.tax_rate else "",
        third_party=asked.third_party,
        customization=random.choice(("", XRECHNUNG_EXTENSION) if beyond else ("", "", CORE, XRECHNUNG)),
    )
    terms = settled(random, drawn) | (in_parts(random, drawn) if beyond else {})
    return evolve(drawn, **_head(random), **_tax_point(random), **terms, **notes(random, drawn))


def _head(random):
    """The references of the head, each there or not."""
    names = ("sales_order", "despatch_reference", "contract", "accounting_cost", "project", "receipt_reference")
    said = {name: code(random) for name in (*names, "tender") if random.random() < 0.4}
    either = random.choice((("buyer_reference",), ("order_reference",), ("buyer_reference", "order_reference")))
    identified = {"object": Identifier(code(random), random.choice(("", "AAB")))} if random.random() < 0.3 else {}
    return said | {name: code(random) for name in either} | identified


def _tax_point(random):
    chosen = random.randrange(4)
    if chosen == 0:
        return {"tax_point": day(random)}
    return {"tax_point_code": random.choice(("3", "35", "432"))} if chosen == 1 else {}
