"""The records of a BAI2 file: fields between commas, a slash at the end, and 88 records that go on with the one before.

Source: BAI Cash Management Balance Reporting Specifications, version 2.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from otcore.adapters.statements.decoding import lines_of
from otcore.adapters.xml.place import place
from otcore.values import Invalid

_RECORD = re.compile(r"(01|02|03|16|49|88|98|99),(.*)", re.DOTALL)
_CONTINUED = "88"
_MOST_LINES = 1_000


@frozen
class Record:
    """A record with its continuations: `lines` are the texts behind the codes; `count`: how many records of the file
    it is.
    """

    code: str
    lines: tuple[str, ...]
    line: int
    source: str = ""

    @property
    def fields(self) -> list[str]:
        """The fields of its own line."""
        return fields_of(self.lines[0])

    @property
    def count(self) -> int:
        """How many physical records it is."""
        return len(self.lines)

    def fault(self, code: str, message: str, **facts: object) -> Invalid:
        """An error about this record, to be raised."""
        return Invalid.one(code, message, self.place, **facts)

    @property
    def place(self) -> str:
        """File, line and record code, as faults have them."""
        return place(self.source, self.line, path=self.code)


def records_of(text: str, source: str) -> Iterator[Record]:
    """The records of a file, continuations joined to theirs. Raises `Invalid` BAI2_RECORD for a line that is none."""
    record: Record | None = None
    for number, line in enumerate(lines_of(text), 1):
        if not line.strip():
            continue
        found = _RECORD.fullmatch(line.strip())
        if found is None or (record is None and found[1] == _CONTINUED):
            raise Invalid.one("BAI2_RECORD", f"{line[:40]!a} is not a BAI2 record", place(source, number))
        if record is not None and found[1] == _CONTINUED:
            record = _longer(record, found[2])
            continue
        if record is not None:
            yield record
        record = Record(found[1], (found[2],), number, source)
    if record is not None:
        yield record


def _longer(record: Record, line: str) -> Record:
    if record.count >= _MOST_LINES:
        raise record.fault("BAI2_RECORD", f"the record has more than {_MOST_LINES} continuations")
    return Record(record.code, (*record.lines, line), record.line, record.source)


def fields_of(line: str) -> list[str]:
    """The fields of a line up to its slash."""
    return [each.strip() for each in line.rstrip().removesuffix("/").split(",")]
