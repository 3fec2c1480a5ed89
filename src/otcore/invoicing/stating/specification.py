"""Which rules a document says that it follows (BT-24), and in which business process it stands (BT-23)."""

from attrs import evolve

from otcore.invoicing.document import InvoiceDocument

CORE = "urn:cen.eu:en16931:2017"
PEPPOL = f"{CORE}#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PEPPOL_PROCESS = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
SELF_BILLING = f"{CORE}#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0"
SELF_BILLING_PROCESS = "urn:fdc:peppol.eu:2017:poacc:selfbilling:01:1.0"
XRECHNUNG_EXTENSION = (
    f"{CORE}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0"
)

SELF_BILLED = frozenset({"261", "389", "527"})
"""UNCL 1001: the buyer draws the document up for the seller."""

_PROCESSES = {PEPPOL: PEPPOL_PROCESS, SELF_BILLING: SELF_BILLING_PROCESS, XRECHNUNG_EXTENSION: PEPPOL_PROCESS}
_GERMAN = frozenset({"326", "384"})  # PEPPOL-EN16931-P0112
_PEPPOL = "urn:fdc:peppol.eu:2017:poacc:"
_EXTENSION = ":extension:xrechnung"


def specified(document: InvoiceDocument) -> InvoiceDocument:
    """The document with its specification and process stated.

    One that says nothing follows Peppol BIS Billing 3, or its self-billing; of types that Peppol keeps for German
    parties, EN 16931 alone; with sub-lines or third-party payments, which EN 16931 does not know, the extension of
    XRechnung.
    """
    customization, process = document.customization, document.process
    if customization and process:
        return document
    customization = customization or _usual(document)
    return evolve(document, customization=customization, process=process or _PROCESSES.get(customization, ""))


def follows_peppol(document: InvoiceDocument) -> bool:
    """Whether the rules of Peppol BIS Billing 3 count beside those of EN 16931."""
    return _PEPPOL in (document.customization or _usual(document))


def follows_extension(customization: str) -> bool:
    """Whether the document may use the extension of XRechnung: sub-lines, and payments collected for others."""
    return _EXTENSION in customization


def _usual(document: InvoiceDocument) -> str:
    if document.third_party or any(line.parts for line in document.lines):
        return XRECHNUNG_EXTENSION
    if document.type_code in SELF_BILLED:
        return SELF_BILLING
    german = document.seller.address.country == document.buyer.address.country == "DE"
    return CORE if document.type_code in _GERMAN and not german else PEPPOL
