"""A view of an XML element for readers: short names in, text out, and a record of what has been read."""

from collections.abc import Callable, Mapping
from typing import Any, Self, TypeVar

from otcore.adapters.xml.document import BLANKS, Document, path_of, text_of
from otcore.adapters.xml.names import Names
from otcore.adapters.xml.place import place
from otcore.adapters.xml.unread import Unread, unread
from otcore.values import Invalid

T = TypeVar("T")


class Cursor:
    """An element of a document that `read_xml` returned.

    `prefixes` maps the prefixes that the reader uses to namespaces; "" is the namespace of names without a prefix.
    Without "" such names are found in any namespace (local names only). `source` names the file in faults.

    A path is one name or several (`cac:Price/cbc:PriceAmount`), every child of that name followed, as in XPath; "" is
    the element itself. `text`, `value` and `child` take the first that is there; `required`, `required_value` and `one`
    want exactly one. What they read counts as read, nothing else: a second `cbc:ID` that nobody asked for stays in
    `unread`.

    Faults carry file, line and path: `orders.xml line 12 /Order/cac:OrderLine[2]/cbc:ID`.
    """

    __slots__ = ("_document", "element")

    element: Any
    _document: Document

    def __init__(self, element: Any, prefixes: Mapping[str, str] | None = None, source: str = "") -> None:
        self.element = element
        self._document = Document(Names(prefixes or {}), source)

    def __repr__(self) -> str:
        return f"<Cursor {self.place}>"

    @property
    def name(self) -> str:
        """The element's name as it stands in paths: `cac:Party`."""
        return self._document.names.shown(self.element.tag)

    @property
    def path(self) -> str:
        """Where the element stands: `/Order/cac:OrderLine[2]`, with positions where it has namesakes."""
        return path_of(self.element, self._document.names)

    @property
    def line(self) -> int:
        """The line of the file that the element begins in; 0 when it is not known."""
        return self.element.sourceline or 0

    @property
    def place(self) -> str:
        """File, line and path, as faults have them."""
        return place(self._document.source, self.line, path=self.path)

    def text(self, path: str = "") -> str:
        """The text, without surrounding blanks; "" when there is no such element or it has no text.

        Raises `Invalid` XML_MIXED when elements stand between the text.
        """
        found = self._document.found(self.element, path)
        return self._text(found[0]) if found else ""

    def texts(self, path: str) -> tuple[str, ...]:
        """The texts of every such element that has text."""
        return tuple(filter(None, map(self._text, self._document.found(self.element, path))))

    def required(self, path: str) -> str:
        """The text of exactly one element.

        Raises `Invalid` XML_MISSING (no such element, or no text in it), XML_REPEATED, XML_MIXED.
        """
        text = self.one(path).text()
        if not text:
            raise self.missing(path)
        return text

    def attribute(self, name: str) -> str:
        """The value of an attribute, without surrounding blanks; "" when it is not there."""
        key = self._document.names.attribute(name)
        value: str | None = self.element.get(key)
        if value is None:
            return ""
        self._document.attributes.add((self.element, key))
        return value.strip(BLANKS)

    def required_attribute(self, name: str) -> str:
        """The value of an attribute. Raises `Invalid` XML_MISSING when it is not there or blank."""
        value = self.attribute(name)
        if not value:
            raise self.missing(f"@{name}")
        return value

    def child(self, path: str) -> Self | None:
        """The first such element, if any."""
        found = self._document.found(self.element, path)
        return self._at(found[0]) if found else None

    def children(self, path: str) -> tuple[Self, ...]:
        """Every such element; `*` is any name."""
        return tuple(map(self._at, self._document.found(self.element, path)))

    def one(self, path: str) -> Self:
        """The only such element. Raises `Invalid` XML_MISSING, XML_REPEATED."""
        found = self.children(path)
        if not found:
            raise self.missing(path)
        if len(found) > 1:
            raise found[1].fault("XML_REPEATED", f"{path} may stand only once, and stands {len(found)} times")
        return found[0]

    def value(self, path: str, parse: Callable[[str], T]) -> T | None:
        """The text as a value, None where `text` is "". What `parse` raises as `Invalid` is given its place."""
        child = self.child(path)
        return None if child is None else child._parsed(parse)

    def required_value(self, path: str, parse: Callable[[str], T]) -> T:
        """The text of exactly one element as a value; see `required` and `value`."""
        value = self.one(path)._parsed(parse)
        if value is None:
            raise self.missing(path)
        return value

    def ignore(self, path: str = "") -> None:
        """Count every such element (or this one), with all below it, as read: it is known, and not needed."""
        for element in self._document.found(self.element, path):
            self._document.read_all(element)

    def unread(self) -> tuple[Unread, ...]:
        """Every leaf, text and attribute from here down that was not read yet, in the order of the document."""
        return tuple(unread(self.element, self._document))

    def fault(self, code: str, message: str, **facts: object) -> Invalid:
        """An error about this element, to be raised."""
        return Invalid.one(code, message, self.place, **facts)

    def missing(self, path: str) -> Invalid:
        """The error that something must stand here and does not."""
        where = f"{self.place}/{path}" if path else self.place
        name = path or self.name
        return Invalid.one("XML_MISSING", f"{name} is missing or blank", where, name=name)

    def placed(self, error: Invalid) -> Invalid:
        """An error that was found in this element's content, with the place put before its paths."""
        return error.at(self.place)

    def _parsed(self, parse: Callable[[str], T]) -> T | None:
        text = self.text()
        if not text:
            return None
        try:
            return parse(text)
        except Invalid as error:
            raise self.placed(error) from None

    def _text(self, element: Any) -> str:
        if len(element):
            if text_of(element):
                raise self._at(element).fault("XML_MIXED", "text and elements are mixed where only text may stand")
            return ""
        self._document.texts.add(element)
        text: str | None = element.text
        return text.strip(BLANKS) if text else ""

    def _at(self, element: Any) -> Self:
        cursor = object.__new__(type(self))
        cursor.element = element
        cursor._document = self._document
        return cursor
