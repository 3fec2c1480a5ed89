"""UBL 2.1 documents in: a cursor that knows UBL's namespaces and its data types (OASIS 2013)."""

from typing import Self

from otcore.adapters.gathering import MOST_FAULTS
from otcore.adapters.ubl.writing import CAC, CBC
from otcore.adapters.xml import day_of, read_xml
from otcore.adapters.xml.records import RecordCursor, each, every, number
from otcore.values.money import Money
from otcore.values.period import Period

__all__ = ["MOST_FAULTS", "UblCursor", "each", "every", "number"]

_PREFIXES = {"cac": CAC, "cbc": CBC}
_ROOT = "{urn:oasis:names:specification:ubl:schema:xsd:%s-2}%s"


class UblCursor(RecordCursor):
    """An element of a UBL document. What its methods raise as `Invalid` carries file, line and path."""

    __slots__ = ()

    @classmethod
    def opened(cls, data: bytes, name: str, source: str = "") -> Self:
        """The root of the document, which is of this kind ("Order"). UBL_DOCUMENT, and the codes of `read_xml`."""
        return cls.opened_any(data, (name,), source)[0]

    @classmethod
    def opened_any(cls, data: bytes, names: tuple[str, ...], source: str = "") -> tuple[Self, str]:
        """The root of the document, and which of these kinds it is. UBL_DOCUMENT, and the codes of `read_xml`."""
        root = cls(read_xml(data, source=source), _PREFIXES, source)
        found = next((name for name in names if root.element.tag == _ROOT % (name, name)), "")
        if not found:
            kinds = " or ".join(names)
            raise root.fault("UBL_DOCUMENT", f"this is not a UBL 2 {kinds}", expected=kinds, found=root.element.tag)
        return root, found

    def id(self, path: str = "cbc:ID") -> str:
        """An identifier that must be there. XML_MISSING, XML_REPEATED, ID_FORMAT."""
        return super().id(path)

    def money(self, path: str) -> Money:
        """An amount that must be there, in the currency it names. XML_MISSING and the codes of `Money`."""
        currency = self.one(path).required_attribute("currencyID")
        return self.required_value(path, lambda said: Money(number(said), currency))

    def period(self, path: str) -> Period | None:
        """A span of days. One that is open at an end stays unread: the other end is not for us to guess."""
        period = self.child(path)
        if period is None or not (period.peek("cbc:StartDate") and period.peek("cbc:EndDate")):
            return None
        return period.record(
            Period,
            start=lambda: period.required_value("cbc:StartDate", day_of),
            end=lambda: period.required_value("cbc:EndDate", day_of),
        )
