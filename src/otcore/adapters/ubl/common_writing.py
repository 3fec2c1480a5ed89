"""The elements that UBL documents share: parties, addresses, amounts, tax categories."""

from datetime import date
from decimal import Decimal

from otcore.adapters.ubl.writing import Element, group, leaf
from otcore.adapters.xml.writing import amount_text
from otcore.values.decimals import plain
from otcore.values.money import Money
from otcore.values.party import Address, Contact, Identifier, Party
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from otcore.values.tax import TaxCategory

_NO_RATE = "O"
_TAX_OFFICE = "TAX"


def amount(name: str, money: Money | None) -> Element | None:
    """An amount of money in its currency's digits, with the currency; beyond two decimals zeros are left out."""
    return None if money is None else leaf(name, amount_text(money), currencyID=money.currency)


def day(name: str, value: date | None) -> Element | None:
    """A date as ISO 8601 writes it."""
    return None if value is None else leaf(name, value.isoformat())


def identifier(name: str, value: Identifier | None) -> Element | None:
    """An identifier with its scheme, if it has one."""
    return None if value is None else leaf(name, value.value, schemeID=value.scheme)


def quantity(name: str, value: Quantity) -> Element | None:
    """A quantity with its unit code."""
    return leaf(name, plain(value.value), unitCode=value.unit)


def price(value: UnitPrice, unit: str) -> Element | None:
    """The net price; the base quantity only when it is not one unit."""
    return group(
        "cac:Price",
        leaf("cbc:PriceAmount", plain(value.amount), currencyID=value.currency),
        None if value.per == 1 else leaf("cbc:BaseQuantity", plain(value.per), unitCode=unit),
    )


def percent(name: str, value: Decimal | None) -> Element | None:
    """A number of percent."""
    return None if value is None else leaf(name, plain(value))


def tax_category(name: str, tax: TaxCategory, reason: str = "", reason_code: str = "") -> Element | None:
    """A VAT category and rate. What is not subject to VAT has no rate (BR-O-05 to BR-O-07)."""
    return group(
        name,
        leaf("cbc:ID", tax.code),
        None if tax.code == _NO_RATE else percent("cbc:Percent", tax.rate),
        leaf("cbc:TaxExemptionReasonCode", reason_code),
        leaf("cbc:TaxExemptionReason", reason),
        vat(),
    )


def vat() -> Element | None:
    """The only tax scheme of EN 16931."""
    return group("cac:TaxScheme", leaf("cbc:ID", "VAT"))


def party(value: Party, identifiers: tuple[Identifier, ...]) -> Element | None:
    """A party with those of its identifiers that the document has room for.

    The registered name is the legal name, else the name; a name beside the legal one is the trading name.
    """
    legal = value.legal_name or value.name
    return group(
        "cac:Party",
        identifier("cbc:EndpointID", value.endpoint),
        *[group("cac:PartyIdentification", identifier("cbc:ID", item)) for item in identifiers],
        group("cac:PartyName", leaf("cbc:Name", value.name)) if value.name != legal else None,
        address("cac:PostalAddress", value.address),
        vat_registration(value.tax_id),
        _tax_registration(value.tax_registration),
        group(
            "cac:PartyLegalEntity",
            leaf("cbc:RegistrationName", legal),
            identifier("cbc:CompanyID", value.company_id),
            leaf("cbc:CompanyLegalForm", value.legal_information),
        ),
        None if value.contact is None else _contact(value.contact),
    )


def address(name: str, value: Address | None) -> Element | None:
    """A postal address; nothing when it is blank."""
    if value is None:
        return None
    return group(
        name,
        leaf("cbc:StreetName", value.street),
        leaf("cbc:AdditionalStreetName", value.additional_street),
        leaf("cbc:CityName", value.city),
        leaf("cbc:PostalZone", value.postal_zone),
        leaf("cbc:CountrySubentity", value.subdivision),
        group("cac:AddressLine", leaf("cbc:Line", value.line)),
        group("cac:Country", leaf("cbc:IdentificationCode", value.country)),
    )


def vat_registration(tax_id: str) -> Element | None:
    """A VAT id."""
    company = leaf("cbc:CompanyID", tax_id)
    return group("cac:PartyTaxScheme", company, vat()) if company else None


def _tax_registration(number: str) -> Element | None:
    """A number at the tax office (BT-32): it stands under any scheme but VAT."""
    company = leaf("cbc:CompanyID", number)
    scheme = group("cac:TaxScheme", leaf("cbc:ID", _TAX_OFFICE))
    return group("cac:PartyTaxScheme", company, scheme) if company else None


def _contact(value: Contact) -> Element | None:
    return group(
        "cac:Contact",
        leaf("cbc:Name", value.name),
        leaf("cbc:Telephone", value.telephone),
        leaf("cbc:ElectronicMail", value.email),
    )
