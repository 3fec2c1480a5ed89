"""Bytes to lines: size, encoding and line ends of the bank files that are text.

What is valid UTF-8 (of which the SWIFT character set is a part) is UTF-8; all else is taken for Windows-1252 (of which
printable ISO 8859-1 is a part), and a byte that it does not know becomes U+FFFD: a letter of a name must not keep the
money out. Nothing else is guessed; who knows better says so.
"""

from otcore.adapters.xml.place import place
from otcore.values import Invalid

MAX_BYTES = 20 * 2**20
MAX_LINES = 500_000
_GUESSED = "cp1252"


def decoded(data: bytes, source: str = "", encoding: str = "") -> str:
    """The text of a bank file, in the encoding that is known, else as the module says.

    Raises `Invalid` FILE_TOO_LARGE (20 MiB, 500,000 lines), FILE_ENCODING when it holds a NUL (UTF-16, or no text at
    all), or is not in the encoding that is known.
    """
    if len(data) > MAX_BYTES:
        message = f"{len(data)} bytes are more than the {MAX_BYTES} that are read"
        raise Invalid.one("FILE_TOO_LARGE", message, place(source, 0), limit=MAX_BYTES)
    if max(data.count(b"\n"), data.count(b"\r")) > MAX_LINES:
        raise Invalid.one("FILE_TOO_LARGE", f"it has more than {MAX_LINES} lines", place(source, 0), limit=MAX_LINES)
    if b"\x00" in data:
        raise Invalid.one("FILE_ENCODING", "a byte of the file is 0, so it is no text in one-byte signs", source)
    return _as_known(data, source, encoding) if encoding else _as_guessed(data)


def _as_known(data: bytes, source: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        message = f"the file is not text in {encoding[:40]!a}"
        raise Invalid.one("FILE_ENCODING", message, source, encoding=encoding[:40]) from None


def _as_guessed(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(_GUESSED, "replace")


def lines_of(text: str) -> list[str]:
    """The lines; they end with a newline, a carriage return or both, and nothing else ends one."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
