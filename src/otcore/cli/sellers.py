"""Who sells: the inbox says it; without a word there, the last invoice in the store does."""

from collections.abc import Iterable

from otcore.app.sync import OrderToCash
from otcore.cli.documents import Document, DocumentKind
from otcore.cli.host import Host
from otcore.invoicing.seller import Seller
from otcore.ports.aggregates import INVOICE
from otcore.values.faults import Invalid
from otcore.workflows.ask import Every


def seller_in(documents: Iterable[Document]) -> Seller | None:
    """The seller that the inbox names first."""
    return next((document.content for document in documents if document.kind is DocumentKind.SELLER), None)


def seller_before(o2c: OrderToCash) -> Seller | None:
    """The seller of the last invoice in the store."""
    invoices = o2c.ask(Every(INVOICE))
    if not invoices:
        return None
    document = invoices[-1].document
    payment = document.payment
    return Seller(party=document.seller, iban=payment.iban, bic=payment.bic, account_name=payment.account_name)


def take_seller(host: Host, document: Document) -> bool:
    """Nothing is stored by itself, the seller stands on every invoice. There is one. Raises `Invalid` SELLER_TWICE."""
    if document.content != host.seller:
        raise Invalid.one("SELLER_TWICE", f"the seller is {host.seller.party.name} by another document")
    return seller_before(host.o2c) != host.seller
