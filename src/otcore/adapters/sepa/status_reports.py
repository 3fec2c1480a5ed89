"""A bank's answer to a file of ours: pain.002 (ISO 20022 CustomerPaymentStatusReport), versions 2 to 14."""

import re

from otcore.adapters.gathering import gathered
from otcore.adapters.statements.camt.kinds import root_of
from otcore.adapters.statements.words import plain
from otcore.adapters.xml import Cursor, day_of
from otcore.payments.status_report import OrderAnswer, PartAnswer, StatusReport
from otcore.values import identifier
from otcore.values.faults import Invalid

_ROOTS = ("CstmrPmtStsRpt", "pain.002.001.02")
_CODE = re.compile("[A-Z]{4}")
_REASONS = ("StsRsnInf/Rsn/Cd", "StsRsnInf/Rsn/Prtry", "StsRsnInf/StsRsn/Cd", "StsRsnInf/StsRsn/Prtry")
_TEXTS = ("StsRsnInf/AddtlInf", "StsRsnInf/AddtlStsRsnInf")


def read_status_report(data: bytes, source: str = "") -> StatusReport:
    """The report, for `TakeStatusReport`; `source` names the file in faults.

    Raises `Invalid` with every fault, each with file, line and path: the codes of `read_xml` and `Cursor`; STATUS_KIND
    for another document; STATUS_CODE for what is no code of ISO 20022; DATE_FORMAT, ID_FORMAT, TEXT_TOO_LONG.
    """
    document = root_of(data, source)
    report = next((each for each in document.children("*") if each.name in _ROOTS), None)
    if report is None:
        raise document.fault("STATUS_KIND", f"this is a document of {document.name}, not a pain.002 status report")
    whole = report.one("OrgnlGrpInfAndSts")
    parts = [*report.children("OrgnlPmtInfAndSts"), *([report] if report.child("TxInfAndSts") else ())]
    return StatusReport(
        report.required_value("GrpHdr/MsgId", identifier),
        report.required_value("GrpHdr/CreDtTm", day_of),
        whole.required_value("OrgnlMsgId", identifier),
        *_said(whole, "GrpSts"),
        tuple(gathered(parts, _part)),
    )


def _part(cursor: Cursor) -> PartAnswer:
    group = cursor.value("OrgnlPmtInfId", identifier) or ""
    orders = tuple(gathered(cursor.children("TxInfAndSts"), _order))
    return PartAnswer(group, *_said(cursor, "PmtInfSts"), orders)


def _order(cursor: Cursor) -> OrderAnswer:
    return OrderAnswer(cursor.required_value("OrgnlEndToEndId", identifier), *_said(cursor, "TxSts"))


def _said(cursor: Cursor, status: str) -> tuple[str, str, str]:
    """The status, the first reason, and all the bank's own words."""
    reason = next(filter(None, (cursor.value(path, plain) for path in _REASONS)), "")
    words = (line.value("", plain) for path in _TEXTS for line in cursor.children(path))
    return cursor.value(status, _code) or "", reason, " ".join(filter(None, words))


def _code(text: str) -> str:
    if not _CODE.fullmatch(text):
        shown = ascii(text[:40])
        raise Invalid.one("STATUS_CODE", f"{shown} is not a status code like RJCT", value=shown)
    return text
