"""What was agreed before a CII document: its parties and references; and what was delivered."""

from typing import Any

from otcore.adapters.cii.reading.cursor import CiiCursor
from otcore.adapters.cii.reading.party import (
    first_identifier,
    read_address,
    read_buyer,
    read_representative,
    read_seller,
)
from otcore.adapters.cii.reading.references import number_of, read_references
from otcore.adapters.xml.records import every
from otcore.invoicing.document import DeliveryInformation


def read_agreement(agreement: CiiCursor) -> dict[str, Any]:
    """The ram:ApplicableHeaderTradeAgreement."""
    parties, references = every(lambda: _parties(agreement), lambda: read_references(agreement))
    return {**parties, **references}


def read_delivery(delivery: CiiCursor) -> dict[str, Any]:
    """The ram:ApplicableHeaderTradeDelivery."""
    return delivery.record(
        dict,
        delivery=lambda: _delivered(delivery, delivery.child("ram:ShipToTradeParty")),
        despatch_reference=lambda: number_of(delivery, "ram:DespatchAdviceReferencedDocument"),
        receipt_reference=lambda: number_of(delivery, "ram:ReceivingAdviceReferencedDocument"),
    )


def _parties(agreement: CiiCursor) -> dict[str, Any]:
    return agreement.record(
        dict,
        seller=lambda: read_seller(agreement.one("ram:SellerTradeParty")),
        buyer=lambda: read_buyer(agreement.one("ram:BuyerTradeParty")),
        tax_representative=lambda: read_representative(agreement.child("ram:SellerTaxRepresentativeTradeParty")),
    )


def _delivered(delivery: CiiCursor, party: CiiCursor | None) -> DeliveryInformation | None:
    """Where and when the goods went (BG-13, BG-15); None where that is not said."""
    read = delivery.record(
        DeliveryInformation,
        day=lambda: delivery.day("ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString"),
        location=lambda: first_identifier(party) if party else None,
        party_name=lambda: party.words("ram:Name") if party else "",
        address=lambda: read_address(party) if party else None,
    )
    return None if read == DeliveryInformation() else read
