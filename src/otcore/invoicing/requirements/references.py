"""What an invoice must say of the documents it refers to and of those that go along."""

from collections.abc import Iterator

from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.references import SupportingDocument
from otcore.values.faults import Fault


def reference_faults(invoice: InvoiceDocument) -> Iterator[Fault]:
    """References have numbers, attached files a type and a name."""
    for index, preceding in enumerate(invoice.preceding):
        if not preceding.number.strip():
            yield Fault("BR-55", "an invoice that is referred to has a number", f"/preceding/{index}/number")
    for index, attached in enumerate(invoice.attachments):
        yield from _attached(attached, f"/attachments/{index}")


def _attached(attached: SupportingDocument, path: str) -> Iterator[Fault]:
    if not attached.id.strip():
        yield Fault("BR-52", "a document that goes along has a reference", f"{path}/id")
    if attached.content and not attached.media_type:
        yield Fault("UBL-DT-06", "an attached file has a media type", f"{path}/media_type")
    if attached.content and not attached.file_name:
        yield Fault("UBL-DT-07", "an attached file has a name", f"{path}/file_name")
