"""The elements that every part of a CII document is made of: days, amounts, quantities, identifiers, references."""

from datetime import date
from decimal import Decimal

from otcore.adapters.cii.names import CALENDAR_DAY
from otcore.adapters.xml.writing import Element, amount_text, group, leaf
from otcore.invoicing.references import InvoicePeriod
from otcore.values.decimals import plain
from otcore.values.money import Money
from otcore.values.party import Identifier
from otcore.values.quantity import Quantity


def amount(name: str, money: Money | None) -> Element | None:
    """An amount of money. Its currency is the document's, which is said once (BT-5)."""
    return None if money is None else leaf(name, amount_text(money))


def day(name: str, value: date | None, leaf_name: str = "udt:DateTimeString") -> Element | None:
    """A date, in the format that EN 16931 has in CII."""
    if value is None:
        return None
    return group(name, leaf(leaf_name, value.isoformat().replace("-", ""), format=CALENDAR_DAY))


def period(name: str, value: InvoicePeriod | None) -> Element | None:
    """The days billed (BG-14, BG-26)."""
    if value is None:
        return None
    return group(name, day("ram:StartDateTime", value.start), day("ram:EndDateTime", value.end))


def identifier(name: str, value: Identifier | None) -> Element | None:
    """An identifier with its scheme, if it has one."""
    return None if value is None else leaf(name, value.value, schemeID=value.scheme)


def quantity(name: str, value: Quantity) -> Element | None:
    """A quantity with its unit code."""
    return leaf(name, plain(value.value), unitCode=value.unit)


def percent(name: str, value: Decimal | None) -> Element | None:
    """A number of percent."""
    return None if value is None else leaf(name, plain(value))


def indicator(name: str, value: bool) -> Element | None:
    """A yes or no."""
    return group(name, leaf("udt:Indicator", "true" if value else "false"))


def reference(name: str, number: str) -> Element | None:
    """A document that the invoice refers to by its number."""
    return group(name, leaf("ram:IssuerAssignedID", number))


def account(number: str) -> Element | None:
    """Where the buyer books it (BT-19, BT-133)."""
    return group("ram:ReceivableSpecifiedTradeAccountingAccount", leaf("ram:ID", number))


def billed_object(value: Identifier | None, type_code: str) -> Element | None:
    """What the invoice or the line is about, with its scheme by UNCL 1153 (BT-18, BT-128)."""
    if value is None:
        return None
    return group(
        "ram:AdditionalReferencedDocument",
        leaf("ram:IssuerAssignedID", value.value),
        leaf("ram:TypeCode", type_code),
        leaf("ram:ReferenceTypeCode", value.scheme),
    )
