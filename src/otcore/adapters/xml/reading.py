"""A hardened XML parser: what it refuses cannot harm, what it returns holds elements, attributes and text only.

No document type declaration, so no entity, no external file and no default attribute. No network, no XInclude, no
comments or processing instructions in the result. Size, number of elements and depth have limits; libxml2's own limits
(depth 256, 10 MB for a single text) stay on beneath.
"""

import re
from functools import lru_cache
from typing import Any

from lxml import etree

from otcore.adapters.xml.encoding import decoded
from otcore.adapters.xml.place import place
from otcore.values import Invalid

MAX_BYTES = 20 * 2**20
MAX_DEPTH = 100
MAX_ELEMENTS = 1_000_000

_MAX_ATTRIBUTES = 5_000  # of one element: older libxml2 compares each with every other
_SHORTEST_ATTRIBUTE = len(' a=""')
_DOCTYPE = "<!DOCTYPE"
_POSITION = re.compile(r"[,\s]*line \d+, column \d+\s*\Z")


def read_xml(
    data: bytes,
    *,
    source: str = "",
    max_bytes: int = MAX_BYTES,
    max_depth: int = MAX_DEPTH,
    max_elements: int = MAX_ELEMENTS,
) -> Any:
    """The root element (`lxml.etree._Element`) of an XML document.

    `source` names the file in messages. `max_elements` bounds elements and attributes together, counted with caution
    as every "<" that opens and every "="; one element has at most 5,000 attributes. Raises `Invalid`, its path the
    line and column where they are known:

    - XML_TOO_LARGE: more than `max_bytes`, known before anything is parsed, or one text of more than 10 MB
    - XML_ENCODING: see `decoded`
    - XML_DOCTYPE: the document has a `<!DOCTYPE`. The letters are refused wherever they stand, in a comment or a CDATA
      section too: a search cannot disagree with the parser about where they count.
    - XML_TOO_MANY_ELEMENTS, XML_TOO_DEEP
    - XML_MALFORMED: empty, truncated, not XML, an undeclared entity, a NUL byte
    """
    if len(data) > max_bytes:
        raise _too_large(f"{len(data)} bytes are more than the {max_bytes} that are read", source, max_bytes)
    text = decoded(data, source)
    _refuse_doctype(text, source)
    _refuse_crowd(text, source, max_elements)
    root = _parsed(text, source)
    _refuse_depth(root, source, max_depth)
    return root


def _refuse_doctype(text: str, source: str) -> None:
    found = text.find(_DOCTYPE)
    if found < 0:
        return
    line = text.count("\n", 0, found) + 1
    column = found - text.rfind("\n", 0, found)
    message = "a document type declaration is not accepted"
    raise Invalid.one("XML_DOCTYPE", message, place(source, line, column))


def _refuse_crowd(text: str, source: str, limit: int) -> None:
    attributes = text.count("=")
    count = text.count("<") - text.count("</") + attributes
    if count > limit:
        raise _too_many(f"about {count} elements and attributes", source, limit)
    if attributes <= _MAX_ATTRIBUTES:
        return
    # No attribute holds a "<", so those of one element stand between two of them.
    parts = (part for part in text.split("<") if len(part) > _MAX_ATTRIBUTES * _SHORTEST_ATTRIBUTE)
    crowd = max((part.count("=") for part in parts), default=0)
    if crowd > _MAX_ATTRIBUTES:
        raise _too_many(f"about {crowd} attributes of one element", source, _MAX_ATTRIBUTES)


def _refuse_depth(root: Any, source: str, limit: int) -> None:
    found = _below(limit)(root)
    if found:
        raise _too_deep(place(source, found[0].sourceline), limit)


def _parsed(text: str, source: str) -> Any:
    # The text is ours by now, so the encoding that the file declares no longer counts.
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        no_network=True,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise _refused(error, source) from None


def _refused(error: Any, source: str) -> Invalid:
    line, column = error.position
    where = place(source, line, column)
    reason = _POSITION.sub("", error.msg or "not XML").strip()
    if "depth" in reason:
        return _too_deep(where, 256)
    if "huge" in reason.lower():  # both spellings of libxml2's advice to lift a limit
        return _too_large(f"line {line}: {reason}", where, 10_000_000)
    return Invalid.one("XML_MALFORMED", f"not well-formed XML in line {line}, column {column}: {reason}", where)


def _too_many(what: str, source: str, limit: int) -> Invalid:
    message = f"{what} are more than the {limit} that are read"
    return Invalid.one("XML_TOO_MANY_ELEMENTS", message, place(source, 0), limit=limit)


def _too_large(message: str, where: str, limit: int) -> Invalid:
    return Invalid.one("XML_TOO_LARGE", message, where, limit=limit)


def _too_deep(where: str, limit: int) -> Invalid:
    return Invalid.one("XML_TOO_DEEP", f"elements are nested deeper than {limit}", where, limit=limit)


@lru_cache(maxsize=8)
def _below(depth: int) -> Any:
    """The first element deeper than `depth`, found inside libxml2: a walk in Python would cost as much as the parse."""
    return etree.XPath(f"({'/*' * (depth + 1)})[1]")
