"""What is the same for both messages: ids and times that the batch says, plain text, and the check by the schema."""

from collections.abc import Iterator
from datetime import datetime
from xml.etree import ElementTree as ET

from sepaxml.validation import ValidationError, try_valid_xml

from otcore.adapters.sepa.party import plain
from otcore.values.faults import Invalid

_LONGEST = {"Nm": 70, "Ustrd": 140}
"""Texts that people read, and how long they may be."""


_DECLARED = b'<?xml version="1.0" encoding="UTF-8"?>\n'


class Message:
    """A message as `sepaxml` built it, on its way to the bank."""

    def __init__(self, built: bytes, schema: str) -> None:
        self._schema = schema
        self._namespace = f"urn:iso:std:iso:20022:tech:xsd:{schema}"
        self.root = ET.fromstring(built)

    def all(self, name: str) -> Iterator[ET.Element]:
        """Every element of this name, in the order of the document."""
        return self.root.iter(f"{{{self._namespace}}}{name}")

    def one(self, name: str) -> ET.Element:
        """The first element of this name."""
        return next(self.all(name))

    def element(self, name: str, text: str = "") -> ET.Element:
        """A new element."""
        new = ET.Element(f"{{{self._namespace}}}{name}")
        new.text = text or None
        return new

    def written(self, id: str, made: datetime) -> bytes:
        """The file. Raises `Invalid` SEPA_FILE where the schema does not take it."""
        self.one("MsgId").text = id
        self.one("CreDtTm").text = made.replace(microsecond=0, tzinfo=None).isoformat()
        for name, longest in _LONGEST.items():
            for element in self.all(name):
                element.text = plain(element.text or "")[:longest].strip()
        ET.register_namespace("", self._namespace)
        ET.indent(self.root)
        body: bytes = ET.tostring(self.root, "utf-8")
        text = _DECLARED + body.split(b"?>\n", 1)[-1] + b"\n"
        try:
            try_valid_xml(text, self._schema)
        except ValidationError as error:
            raise Invalid.one("SEPA_FILE", f"{self._schema} does not take the file: {error.__cause__}") from error
        return text
