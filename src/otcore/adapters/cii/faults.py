"""What CII has no place for, in an invoice that can be stated otherwise."""

from collections.abc import Iterator

from otcore.invoicing.document import InvoiceDocument
from otcore.values.faults import Fault


def cii_faults(invoice: InvoiceDocument) -> Iterator[Fault]:
    """Sub-lines and payments collected for others: the extension of XRechnung has them in UBL only (BR-DEX-15)."""
    for index, line in enumerate(invoice.lines):
        if line.parts:
            yield Fault("SUB_LINES_CII", "a line has no sub-lines in CII", f"/lines/{index}/parts")
    if invoice.third_party:
        yield Fault("THIRD_PARTY_CII", "CII has no third-party payments", "/third_party")
