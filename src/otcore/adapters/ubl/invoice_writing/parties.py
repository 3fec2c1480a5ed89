"""The parties of an invoice (BG-4 to BG-13)."""

from collections.abc import Iterator

from otcore.adapters.ubl.common_writing import address, day, identifier, party, vat_registration
from otcore.adapters.ubl.writing import Element, group, leaf
from otcore.invoicing.document import DeliveryInformation, InvoiceDocument
from otcore.values.party import Identifier, Party

CREDITOR_SCHEME = "SEPA"
"""The scheme under which a party carries the identifier that it collects direct debits by (BT-90)."""


def parties(invoice: InvoiceDocument) -> Iterator[Element | None]:
    """Seller, buyer, payee, tax representative, and where the goods went."""
    creditor = _creditor(invoice)
    of_seller = () if invoice.payee else creditor
    yield group("cac:AccountingSupplierParty", party(invoice.seller, (*invoice.seller.identifiers, *of_seller)))
    yield group("cac:AccountingCustomerParty", party(invoice.buyer, invoice.buyer.identifiers))
    yield _payee(invoice.payee, creditor) if invoice.payee else None
    yield _representative(invoice.tax_representative) if invoice.tax_representative else None
    yield _delivery(invoice.delivery) if invoice.delivery else None


def _creditor(invoice: InvoiceDocument) -> tuple[Identifier, ...]:
    debit = invoice.payment.direct_debit
    return (Identifier(debit.creditor, CREDITOR_SCHEME),) if debit and debit.creditor else ()


def _payee(payee: Party, creditor: tuple[Identifier, ...]) -> Element | None:
    identifiers = (*payee.identifiers, *creditor)
    return group(
        "cac:PayeeParty",
        *[group("cac:PartyIdentification", identifier("cbc:ID", each)) for each in identifiers],
        group("cac:PartyName", leaf("cbc:Name", payee.name)),
        group("cac:PartyLegalEntity", identifier("cbc:CompanyID", payee.company_id)),
    )


def _representative(representative: Party) -> Element | None:
    return group(
        "cac:TaxRepresentativeParty",
        group("cac:PartyName", leaf("cbc:Name", representative.name)),
        address("cac:PostalAddress", representative.address),
        vat_registration(representative.tax_id),
    )


def _delivery(delivery: DeliveryInformation) -> Element | None:
    return group(
        "cac:Delivery",
        day("cbc:ActualDeliveryDate", delivery.day),
        group(
            "cac:DeliveryLocation",
            identifier("cbc:ID", delivery.location),
            address("cac:Address", delivery.address),
        ),
        group("cac:DeliveryParty", group("cac:PartyName", leaf("cbc:Name", delivery.party_name))),
    )
