"""Field codes in the text of a `:86:`: SEPA (`EREF+...`) in structured fields, SWIFT (`/EREF/...`) in others."""

import re
from collections.abc import Mapping
from itertools import zip_longest

from otcore.adapters.statements.mt940.subfields import FULL
from otcore.adapters.statements.words import plain

_SEPA = ("EREF", "KREF", "MREF", "CRED", "DEBT", "COAM", "OAMT", "SVWZ", "ABWA", "ABWE", "IBAN", "BIC", "PURP", "RREF")
_SEPA_CODE = re.compile(f"(?<![A-Za-z0-9])({'|'.join(_SEPA)})\\+")
_SWIFT_CODE = re.compile(r"/([A-Z]{3,4}|ID)/")
_SWIFT = frozenset(
    {"ACCT", "ADDR", "BENM", "BIC", "CHGS", "CNTP", "CSID", "EREF", "EXCH", "IACC", "IBAN", "ID", "IREF", "ISDT"}
    | {"KREF", "MARF", "NAME", "OCMT", "ORDP", "PREF", "PURP", "REMI", "RTRN", "SVCL", "TRCD", "TRTP", "UCRD", "UDTR"}
)
_PROSE = frozenset({"SVWZ", "ABWA", "ABWE"})
_NOTHING = "NOTPROVIDED"


def sepa_codes(lines: tuple[str, ...]) -> Mapping[str, str]:
    """What stands behind each code, up to the next one. A code begins a line, or stands behind no letter or digit.

    A reference goes on in the next line only where its own is full; what follows a shorter one is another text.
    """
    text = "".join(line + _after(line, following) for line, following in zip_longest(lines, lines[1:], fillvalue=""))
    values = _between(text, [(match.start(), match.end(), match[1]) for match in _SEPA_CODE.finditer(text)])
    return {code: plain(value if code in _PROSE else value.partition("\n")[0]) for code, value in values.items()}


def _after(line: str, following: str) -> str:
    return "" if len(line) >= FULL and not _SEPA_CODE.match(following) else "\n"


def swift_codes(lines: tuple[str, ...]) -> Mapping[str, str]:
    """What stands behind each code of a text that begins with one; its lines are put together without a blank."""
    text = "".join(lines)
    if not text.lstrip().startswith("/"):
        return {}
    marks = [(match.start(), match.end(), match[1]) for match in _SWIFT_CODE.finditer(text) if match[1] in _SWIFT]
    return {code: plain(value) for code, value in _between(text, marks).items()}


def _between(text: str, marks: list[tuple[int, int, str]]) -> Mapping[str, str]:
    values: dict[str, str] = {}
    for number, (_, begin, code) in enumerate(marks, 1):
        end = marks[number][0] if number < len(marks) else len(text)
        value = text[begin:end].strip("/ \n")
        if value != _NOTHING:
            values.setdefault(code, value)
    return values
