"""Cross Industry Invoices in: a cursor that knows CII's namespaces and data types (UN/CEFACT D16B)."""

from datetime import date
from decimal import Decimal
from typing import Self

from otcore.adapters.cii.names import CALENDAR_DAY, NAMESPACES, RSM
from otcore.adapters.xml import read_xml
from otcore.adapters.xml.records import RecordCursor, number
from otcore.invoicing.references import InvoicePeriod
from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.values.party import Identifier

_DAY_DIGITS = 8


class CiiCursor(RecordCursor):
    """An element of a Cross Industry Invoice. What its methods raise as `Invalid` carries file, line and path."""

    __slots__ = ()

    @classmethod
    def opened(cls, data: bytes, source: str = "") -> Self:
        """The root of the document. CII_DOCUMENT when it is another, and the codes of `read_xml`."""
        root = cls(read_xml(data, source=source), NAMESPACES, source)
        if root.element.tag != f"{{{RSM}}}CrossIndustryInvoice":
            message = "this is not a Cross Industry Invoice D16B"
            raise root.fault("CII_DOCUMENT", message, expected="CrossIndustryInvoice", found=root.element.tag)
        return root

    def part(self, path: str) -> Self:
        """The only element that a path leads to, every step of which may stand once; one without content is read."""
        found = self
        for step in path.split("/"):
            found = found.one(step)
        if not len(found.element):
            found.text()
        return found

    def day(self, path: str) -> date | None:
        """A date in the format 102 (CCYYMMDD); None when there is none. DATE_FORMAT."""
        leaf = self.child(path)
        if leaf is None or not leaf.text():
            return None
        if leaf.attribute("format") != CALENDAR_DAY:
            raise leaf.fault("DATE_FORMAT", "a date of an invoice has the format 102", format=leaf.attribute("format"))
        return leaf.value("", _day)

    def required_day(self, path: str) -> date:
        """A date that must be there. XML_MISSING, DATE_FORMAT."""
        day = self.day(path)
        if day is None:
            raise self.missing(path)
        return day

    def amount(self, path: str, currency: str) -> Money:
        """An amount that must be there, in the document's currency, which it may name once more.

        XML_MISSING, CURRENCY_MISMATCH and the codes of `Money`.
        """
        self._same_currency(path, currency)
        return self.required_value(path, lambda said: Money(number(said), currency))

    def price(self, path: str, currency: str) -> Decimal:
        """A price that must be there, in the document's currency. XML_MISSING, CURRENCY_MISMATCH."""
        self._same_currency(path, currency)
        return self.number(path)

    def optional_amount(self, path: str, currency: str) -> Money | None:
        """An amount; None when there is none."""
        return self.amount(path, currency) if self.peek(path) else None

    def identifier(self, path: str) -> Identifier | None:
        """The first such identifier with its scheme, None when there is none. ID_FORMAT."""
        found = self.child(path)
        if found is None or not found.text():
            return None
        return found.record(Identifier, value=found.text, scheme=lambda: found.attribute("schemeID"))

    def period(self, path: str) -> InvoicePeriod | None:
        """The days billed; None when neither end is said."""
        found = self.child(path)
        if found is None:
            return None
        read = found.record(
            InvoicePeriod,
            start=lambda: found.day("ram:StartDateTime/udt:DateTimeString"),
            end=lambda: found.day("ram:EndDateTime/udt:DateTimeString"),
        )
        return read if read != InvoicePeriod() else None

    def _same_currency(self, path: str, currency: str) -> None:
        leaf = self.one(path)
        named = leaf.attribute("currencyID")
        if named and named != currency:
            message = f"the invoice is in {currency}, this is in {named[:40]!a}"
            raise leaf.fault("CURRENCY_MISMATCH", message, document=currency, currency=ascii(named[:40]))


def _day(said: str) -> date:
    try:
        if not (len(said) == _DAY_DIGITS and said.isascii() and said.isdigit()):
            raise ValueError
        return date(int(said[:4]), int(said[4:6]), int(said[6:]))
    except ValueError:
        shown = ascii(said[:40])
        raise Invalid.one("DATE_FORMAT", f"{shown} is not a day like 20260331", value=shown) from None
