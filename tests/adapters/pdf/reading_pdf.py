"""Reads a PDF back: what is attached, what it claims to be, what it says."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, cast

from lxml import etree
from pypdf import PdfReader

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "fx": "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}


class Pdf:
    """A PDF: its `text`, `root` (the catalogue) and metadata."""

    def __init__(self, pdf: bytes) -> None:
        self.reader = PdfReader(BytesIO(pdf), strict=True)
        self.root = cast(Any, self.reader.trailer["/Root"])
        self.information = cast(Any, self.reader.metadata)
        self.pages = [page.extract_text() for page in self.reader.pages]
        self.text = "\n".join(self.pages)
        self.metadata = etree.fromstring(self.root["/Metadata"].get_data())

    def property(self, path: str) -> list[str]:
        """The texts of a metadata property, such as `pdfaid:part`."""
        return [found.text for found in self.metadata.iterfind(f".//{path}", NAMESPACES)]

    def descriptors(self) -> Iterator[Any]:
        """The descriptors of all fonts on all pages."""
        for page in self.reader.pages:
            resources: Any = page["/Resources"]
            for each in resources["/Font"].values():
                font: Any = each.get_object()
                for part in font.get("/DescendantFonts", [font]):
                    yield part.get_object()["/FontDescriptor"]
