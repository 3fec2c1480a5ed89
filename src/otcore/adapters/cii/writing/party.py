"""Parties in CII: seller, buyer, payee, tax representative, where the goods go (BG-4, BG-7, BG-10, BG-11, BG-13)."""

from collections.abc import Iterable

from otcore.adapters.cii.names import TAX_NUMBER, VAT_ID
from otcore.adapters.cii.writing.values import identifier
from otcore.adapters.xml.writing import Element, group, leaf
from otcore.invoicing.document import DeliveryInformation
from otcore.values.party import Address, Contact, Identifier, Party


def seller(value: Party) -> Element | None:
    """The seller (BG-4)."""
    description = leaf("ram:Description", value.legal_information)
    return _trader("ram:SellerTradeParty", value, value.identifiers, description, value.tax_registration)


def buyer(value: Party) -> Element | None:
    """The buyer (BG-7), who has room for one identifier (BT-46)."""
    return _trader("ram:BuyerTradeParty", value, value.identifiers[:1])


def payee(value: Party | None) -> Element | None:
    """Who is paid when it is not the seller (BG-10): a name, an identifier and the legal registration."""
    if value is None:
        return None
    registration = group("ram:SpecifiedLegalOrganization", identifier("ram:ID", value.company_id))
    ids = _identifiers(value.identifiers[:1])
    return group("ram:PayeeTradeParty", *ids, leaf("ram:Name", value.name), registration)


def representative(value: Party | None) -> Element | None:
    """The seller's tax representative (BG-11): a name, an address and a VAT id."""
    if value is None:
        return None
    return group(
        "ram:SellerTaxRepresentativeTradeParty",
        leaf("ram:Name", value.name),
        _address(value.address),
        _tax_registration(value.tax_id, VAT_ID),
    )


def ship_to(value: DeliveryInformation) -> Element | None:
    """Where the goods went (BG-13, BG-15)."""
    return group(
        "ram:ShipToTradeParty",
        *_identifiers([value.location] if value.location else []),
        leaf("ram:Name", value.party_name),
        None if value.address is None else _address(value.address),
    )


def _trader(
    name: str,
    value: Party,
    identifiers: Iterable[Identifier],
    description: Element | None = None,
    tax_number: str = "",
) -> Element | None:
    """The registered name is the legal name, else the name; a name beside the legal one is the trading name."""
    legal = value.legal_name or value.name
    return group(
        name,
        *_identifiers(identifiers),
        leaf("ram:Name", legal),
        description,
        group(
            "ram:SpecifiedLegalOrganization",
            identifier("ram:ID", value.company_id),
            leaf("ram:TradingBusinessName", value.name if value.name != legal else ""),
        ),
        None if value.contact is None else _contact(value.contact),
        _address(value.address),
        group("ram:URIUniversalCommunication", identifier("ram:URIID", value.endpoint)),
        _tax_registration(value.tax_id, VAT_ID),
        _tax_registration(tax_number, TAX_NUMBER),
    )


def _identifiers(values: Iterable[Identifier]) -> list[Element | None]:
    return [identifier("ram:GlobalID" if value.scheme else "ram:ID", value) for value in values]


def _contact(value: Contact) -> Element | None:
    return group(
        "ram:DefinedTradeContact",
        leaf("ram:PersonName", value.name),
        group("ram:TelephoneUniversalCommunication", leaf("ram:CompleteNumber", value.telephone)),
        group("ram:EmailURIUniversalCommunication", leaf("ram:URIID", value.email)),
    )


def _address(value: Address) -> Element | None:
    return group(
        "ram:PostalTradeAddress",
        leaf("ram:PostcodeCode", value.postal_zone),
        leaf("ram:LineOne", value.street),
        leaf("ram:LineTwo", value.additional_street),
        leaf("ram:LineThree", value.line),
        leaf("ram:CityName", value.city),
        leaf("ram:CountryID", value.country),
        leaf("ram:CountrySubDivisionName", value.subdivision),
    )


def _tax_registration(number: str, scheme: str) -> Element | None:
    return group("ram:SpecifiedTaxRegistration", leaf("ram:ID", number, schemeID=scheme))
