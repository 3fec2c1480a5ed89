"""The parties of an invoice (BG-4 to BG-13)."""

from typing import Any

from attrs import evolve as changed

from otcore.adapters.ubl.invoice_writing.parties import CREDITOR_SCHEME
from otcore.adapters.ubl.party import read_address, read_identifier, read_identifiers, read_party, read_tax_id
from otcore.adapters.ubl.reading import UblCursor
from otcore.adapters.ubl.tax import is_vat
from otcore.invoicing.document import DeliveryInformation
from otcore.values.party import Address, Party

_SCHEME = "cac:TaxScheme/cbc:ID"
_TAX_OFFICE = "TAX"


def read_parties(root: UblCursor) -> tuple[dict[str, Any], str]:
    """The fields that are parties, and the identifier that one of them collects direct debits by (BT-90)."""
    fields: dict[str, Any] = root.record(
        dict,
        seller=lambda: _seller(root.one("cac:AccountingSupplierParty").one("cac:Party")),
        buyer=lambda: read_party(root.one("cac:AccountingCustomerParty").one("cac:Party")),
        payee=lambda: _payee(root.child("cac:PayeeParty")),
        tax_representative=lambda: _representative(root.child("cac:TaxRepresentativeParty")),
        delivery=lambda: _delivery(root.child("cac:Delivery")),
    )
    for name in ("payee", "seller"):
        party, creditor = _without_creditor(fields[name])
        if creditor:
            return fields | {name: party}, creditor
    return fields, ""


def _without_creditor(party: Party | None) -> tuple[Party | None, str]:
    if party is None:
        return None, ""
    creditor = next((each for each in party.identifiers if each.scheme == CREDITOR_SCHEME), None)
    if creditor is None:
        return party, ""
    others = tuple(each for each in party.identifiers if each is not creditor)
    return changed(party, identifiers=others), creditor.value


def _seller(cursor: UblCursor) -> Party:
    return changed(
        read_party(cursor),
        tax_registration=_tax_registration(cursor),
        legal_information=cursor.prose("cac:PartyLegalEntity/cbc:CompanyLegalForm"),
    )


def _tax_registration(cursor: UblCursor) -> str:
    """The number under a scheme that is not VAT (BT-32); which one it is stays unread unless it is the usual."""
    found = next((each for each in cursor.children("cac:PartyTaxScheme") if not is_vat(each)), None)
    if found is None:
        return ""
    if found.peek(_SCHEME) == _TAX_OFFICE:
        found.text(_SCHEME)
    return found.words("cbc:CompanyID")


def _payee(cursor: UblCursor | None) -> Party | None:
    if cursor is None:
        return None
    return cursor.record(
        Party,
        name=lambda: cursor.words("cac:PartyName/cbc:Name"),
        identifiers=lambda: read_identifiers(cursor),
        company_id=lambda: read_identifier(cursor, "cac:PartyLegalEntity/cbc:CompanyID"),
    )


def _representative(cursor: UblCursor | None) -> Party | None:
    if cursor is None:
        return None
    return cursor.record(
        Party,
        name=lambda: cursor.words("cac:PartyName/cbc:Name"),
        tax_id=lambda: read_tax_id(cursor),
        address=lambda: read_address(cursor, "cac:PostalAddress") or Address(),
    )


def _delivery(cursor: UblCursor | None) -> DeliveryInformation | None:
    if cursor is None:
        return None
    read = cursor.record(
        DeliveryInformation,
        day=lambda: cursor.day("cbc:ActualDeliveryDate"),
        location=lambda: read_identifier(cursor, "cac:DeliveryLocation/cbc:ID"),
        party_name=lambda: cursor.words("cac:DeliveryParty/cac:PartyName/cbc:Name"),
        address=lambda: read_address(cursor, "cac:DeliveryLocation/cac:Address"),
    )
    return None if read == DeliveryInformation() else read
