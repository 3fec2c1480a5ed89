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

SELF_BILLED = frozenset({"261", "389"})
"""UNCL 1001: the buyer draws the document up for the seller."""

_PEPPOL = "urn:fdc:peppol.eu:2017:poacc:"
_EXTENSION = ":extension:xrechnung"


def specified(document: InvoiceDocument) -> InvoiceDocument:
    """The document with its specification and process stated.

    One that says neither follows Peppol BIS Billing 3 (or its self-billing); with sub-lines or third-party payments,
    which EN 16931 does not know, the extension of XRechnung.
    """
    customization, process = document.customization, document.process
    if customization and (process or not follows_peppol(document)):
        return document
    usual, in_process = _usual(document)
    return evolve(document, customization=customization or usual, process=process or in_process)


def follows_peppol(document: InvoiceDocument) -> bool:
    """Whether the rules of Peppol BIS Billing 3 count beside those of EN 16931: so it says, or says nothing."""
    return not document.customization or _PEPPOL in document.customization


def follows_extension(customization: str) -> bool:
    """Whether the document may use the extension of XRechnung: sub-lines, and payments collected for others."""
    return _EXTENSION in customization


def _usual(document: InvoiceDocument) -> tuple[str, str]:
    if document.third_party or any(line.parts for line in document.lines):
        return XRECHNUNG_EXTENSION, PEPPOL_PROCESS
    if document.type_code in SELF_BILLED:
        return SELF_BILLING, SELF_BILLING_PROCESS
    return PEPPOL, PEPPOL_PROCESS
