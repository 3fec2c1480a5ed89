"""What makes a PDF/A-3 with an XML in it a Factur-X: the level of the XML, said in the file's metadata."""

from functools import cache
from importlib.resources import files

from facturx import get_level
from facturx.facturx import FACTURX_FILENAME, FACTURX_LEVEL2xmp

from otcore.adapters.pdf.metadata import metadata_of, with_metadata
from otcore.adapters.xml.reading import read_xml
from otcore.values.faults import Invalid

FILE_NAME: str = FACTURX_FILENAME
_SCHEMAS_END, _END = b"</rdf:Bag></pdfaExtension:schemas>", b"</rdf:RDF>"


def level_of(xml: bytes) -> str:
    """The level of a Cross Industry Invoice, as Factur-X writes it in metadata: "EN 16931", "EXTENDED".

    Raises `Invalid` XML_NOT_FACTUR_X for any other XML, and what `read_xml` raises.
    """
    root = read_xml(xml)
    try:
        return str(FACTURX_LEVEL2xmp[get_level(root, "factur-x")])
    except (KeyError, ValueError, AttributeError, TypeError) as error:
        raise Invalid.one("XML_NOT_FACTUR_X", f"this is no Factur-X: {error}"[:200], root=str(root.tag)[:80]) from None


def declared(pdf: bytes, level: str) -> bytes:
    """The PDF with the Factur-X properties in its metadata, and the schema that PDF/A wants of every property that it
    does not know (Factur-X 1.0, 6.2.2; ISO 19005-3, 6.6.2.3).
    """
    schema, properties = _properties(level)
    packet = metadata_of(pdf)
    packet = packet.replace(_SCHEMAS_END, schema + _SCHEMAS_END).replace(_END, properties + _END)
    return with_metadata(pdf, packet)


def _properties(level: str) -> tuple[bytes, bytes]:
    schema, properties = (_part(name) for name in ("schema", "properties"))
    return schema, properties.replace(b"LEVEL", level.encode()).replace(b"FILE", FILE_NAME.encode())


@cache
def _part(name: str) -> bytes:
    return files("otcore.adapters.pdf").joinpath(f"factur_x_{name}.xmp").read_bytes()
