"""Files, groups and accounts: which records belong together, and whether their counts and control totals are right."""

from attrs import field as attribute
from attrs import frozen

from otcore.adapters.statements.bai2.records import Record
from otcore.adapters.statements.bai2.values import field, number_of
from otcore.values import Invalid


@frozen
class Part:
    """What a header opens and a trailer closes: a file (01 to 99), a group (02 to 98), an account (03 to 49)."""

    header: Record
    details: list[Record] = attribute(factory=list)
    parts: "list[Part]" = attribute(factory=list)
    trailers: list[Record] = attribute(factory=list)

    @property
    def trailer(self) -> Record:
        """The record that closed it."""
        return self.trailers[0]

    @property
    def count(self) -> int:
        """How many physical records it is made of, from its header to its trailer."""
        own = sum(record.count for record in (self.header, *self.details, *self.trailers))
        return own + sum(part.count for part in self.parts)


_CLOSES = {"49": "03", "98": "02", "99": "01"}
_INSIDE = {"02": "01", "03": "02", "16": "03"}


def structure_of(records: "list[Record]") -> Part:
    """The file that the records make up.

    Raises `Invalid` BAI2_STRUCTURE when a record stands where it cannot, or the file does not end.
    """
    first, *others = records
    if first.code != "01":
        raise first.fault("BAI2_STRUCTURE", "a file begins with a record 01")
    file = Part(first)
    opened = [file]
    for record in others:
        inside = opened[-1].header.code if opened else "nothing"
        if (_CLOSES.get(record.code) or _INSIDE.get(record.code)) != inside:
            raise record.fault("BAI2_STRUCTURE", f"a record {record.code} may not stand inside {inside}")
        _take(record, opened)
    if opened:
        raise records[-1].fault("BAI2_STRUCTURE", f"what record {opened[-1].header.code} opened is not closed")
    return file


def _take(record: Record, opened: list[Part]) -> None:
    if record.code in _CLOSES:
        opened.pop().trailers.append(record)
    elif record.code == "16":
        opened[-1].details.append(record)
    else:
        part = Part(record)
        opened[-1].parts.append(part)
        opened.append(part)


def check_counts(part: Part) -> None:
    """Compare the number of records, and of groups or accounts, with what the trailers say.

    Raises `Invalid` BAI2_COUNT.
    """
    said = part.trailer.fields
    _compare(part, field(said, 2 if part.parts or part.header.code != "03" else 1), part.count, "records")
    if part.header.code != "03":
        _compare(part, field(said, 1), len(part.parts), "parts")
    for each in part.parts:
        check_counts(each)


def _compare(part: Part, said: str, found: int, what: str) -> None:
    if number_of(part.trailer, said) != found:
        raise part.trailer.fault(
            "BAI2_COUNT", f"the trailer says {said} {what}, there are {found}", said=said, found=found
        )


def check_total(part: Part, found: int) -> None:
    """Compare the control total of a trailer, where it states one. Raises `Invalid` STATEMENT_TOTALS."""
    said = field(part.trailer.fields, 0)
    if said and number_of(part.trailer, said) != found:
        raise _unequal(part, said, found)


def _unequal(part: Part, said: str, found: int) -> Invalid:
    return part.trailer.fault(
        "STATEMENT_TOTALS", f"the control total says {said}, the amounts make {found}", said=said, found=found
    )
