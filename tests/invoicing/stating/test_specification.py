"""Which rules a document follows: those it names, else those that suit it."""

import pytest
from attrs import evolve

from otcore.invoicing.advances import ThirdPartyPayment
from otcore.invoicing.stating import follows_extension, follows_peppol, specified
from otcore.invoicing.stating.specification import (
    CORE,
    PEPPOL,
    PEPPOL_PROCESS,
    SELF_BILLING,
    SELF_BILLING_PROCESS,
    XRECHNUNG_EXTENSION,
)
from otcore.values import Address, Money
from tests.invoicing.documents import BUYER, SELLER, invoice

GERMAN = {"seller": evolve(SELLER, address=Address(country="DE")), "buyer": BUYER}
PAID = (ThirdPartyPayment(amount=Money("3", "EUR")),)


def parted():
    document = invoice()
    return evolve(document, lines=(evolve(document.lines[0], parts=document.lines),))


@pytest.mark.parametrize(
    ("document", "customization", "process"),
    [
        (invoice(), PEPPOL, PEPPOL_PROCESS),
        (invoice(type_code="381"), PEPPOL, PEPPOL_PROCESS),
        (invoice(type_code="389"), SELF_BILLING, SELF_BILLING_PROCESS),
        (invoice(type_code="261"), SELF_BILLING, SELF_BILLING_PROCESS),
        (invoice(type_code="384"), CORE, ""),
        (invoice(type_code="326"), CORE, ""),
        (invoice(type_code="384", **GERMAN), PEPPOL, PEPPOL_PROCESS),
        (invoice(third_party=PAID), XRECHNUNG_EXTENSION, PEPPOL_PROCESS),
        (parted(), XRECHNUNG_EXTENSION, PEPPOL_PROCESS),
        (invoice(customization=PEPPOL), PEPPOL, PEPPOL_PROCESS),
        (invoice(customization=CORE), CORE, ""),
        (invoice(customization=CORE, process="P2"), CORE, "P2"),
        (invoice(process="P2"), PEPPOL, "P2"),
    ],
)
def test_what_is_not_named_follows_from_the_document(document, customization, process):
    stated = specified(document)
    assert (stated.customization, stated.process) == (customization, process)
    assert specified(stated) == stated


def test_peppol_is_followed_by_who_names_it_or_nothing():
    assert follows_peppol(invoice())
    assert follows_peppol(invoice(customization=PEPPOL))
    assert follows_peppol(invoice(type_code="389"))
    assert not follows_peppol(invoice(customization=CORE))
    assert not follows_peppol(invoice(type_code="384"))


def test_the_extension_is_known_by_its_name():
    assert follows_extension(XRECHNUNG_EXTENSION)
    assert not follows_extension(PEPPOL)
