"""Writes camt.053 as banks do, in the dialect of any version. Only what the tests need."""

from xml.sax.saxutils import escape

OPENING, CLOSING = "OPBD", "CLBD"


def tag(name: str, *content: str, **attributes: str) -> str:
    """An element; nothing when it would be empty."""
    inner = "".join(content)
    heading = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{heading}>{inner}</{name}>\n" if inner else ""


def leaf(path: str, text: str, **attributes: str) -> str:
    """A text below several elements: `leaf("Acct/Id/IBAN", ...)`."""
    if not text:
        return ""
    *outer, last = path.split("/")
    result = tag(last, escape(text), **attributes)
    for name in reversed(outer):
        result = tag(name, result)
    return result


def amount(text: str, currency: str = "EUR", path: str = "Amt") -> str:
    return leaf(path, text, Ccy=currency)


def direction(credit: bool = True) -> str:
    return leaf("CdtDbtInd", "CRDT" if credit else "DBIT")


def balance(kind: str, text: str, day: str = "2026-03-31", *, currency: str = "EUR", version: int = 8) -> str:
    return tag(
        "Bal",
        leaf("Tp/Cd" if version == 1 else "Tp/CdOrPrtry/Cd", kind),
        amount(text.removeprefix("-"), currency),
        direction(not text.startswith("-")),
        leaf("Dt/Dt", day),
    )


def status(word: str, version: int = 8) -> str:
    return leaf("Sts/Cd" if version >= 7 else "Sts", word)


def entry(
    text: str = "10.00", *more: str, credit: bool = True, word: str = "BOOK", currency: str = "EUR", version: int = 8
) -> str:
    """An entry booked on 2026-03-31 unless `more` brings its own days."""
    inner = "".join(more)
    days = "" if "<BookgDt>" in inner or "<ValDt>" in inner else leaf("BookgDt/Dt", "2026-03-31")
    return tag("Ntry", amount(text, currency), direction(credit), status(word, version), days, inner)


def details(*payments: str, version: int = 8) -> str:
    inner = "".join(tag("TxDtls", payment) for payment in payments)
    return inner if version == 1 else tag("NtryDtls", inner)


def statement(*content: str, account: str = "NL26VAYB8060476890", id: str = "S7", currency: str = "EUR") -> str:
    """A statement; its balances are part of the content."""
    return tag("Stmt", leaf("Id", id), tag("Acct", leaf("Id/IBAN", account), leaf("Ccy", currency)), *content)


def document(*statements: str, version: int = 8) -> bytes:
    message = "BkToCstmrStmtV01" if version == 1 else "BkToCstmrStmt"
    namespace = f"urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version:02}"
    body = tag(message, leaf("GrpHdr/MsgId", "M1"), *statements)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="{namespace}">{body}</Document>'.encode()


_REPORTS = {"Rpt": ("camt.052", "BkToCstmrAcctRpt"), "Ntfctn": ("camt.054", "BkToCstmrDbtCdtNtfctn")}


def report(part: str, *content: str, version: int = 8, currency: str = "EUR", id: str = "S7") -> bytes:
    """A camt.052 (`Rpt`) or camt.054 (`Ntfctn`) document of one account."""
    name, message = _REPORTS[part]
    namespace = f"urn:iso:std:iso:20022:tech:xsd:{name}.001.{version:02}"
    body = statement(*content, currency=currency, id=id).replace("Stmt>", f"{part}>")
    header = tag("GrpHdr", leaf("CreDtTm", "2026-03-31T12:00:00Z"))
    inner = tag(message + ("V01" if version == 1 else ""), header, body)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="{namespace}">{inner}</Document>'.encode()


def with_entries(opening: str, closing: str, *entries: str) -> bytes:
    """A document of one statement."""
    return document(statement(balance(OPENING, opening), balance(CLOSING, closing), *entries))


def line_of(data: bytes, sign: bytes) -> int:
    """The line in which these bytes stand first."""
    return data.count(b"\n", 0, data.index(sign)) + 1
