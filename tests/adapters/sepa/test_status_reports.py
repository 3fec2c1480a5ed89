"""The bank's answer to a file: read whole, of every version, or refused with its place."""

from datetime import date

import pytest

from otcore.adapters.sepa import read_status_report
from otcore.payments.status_report import OrderAnswer, PartAnswer, StatusReport
from otcore.values.faults import Invalid

WHY = "<StsRsnInf><Rsn><Cd>{code}</Cd></Rsn><AddtlInf>{text}</AddtlInf><AddtlInf>twice</AddtlInf></StsRsnInf>"
ORDER = "<TxInfAndSts><StsId>1</StsId><OrgnlEndToEndId>DD-1</OrgnlEndToEndId><TxSts>RJCT</TxSts>{why}</TxInfAndSts>"


def report(body: str, group: str = "", root: str = "CstmrPmtStsRpt", version: str = "pain.002.001.10") -> bytes:
    """A pain.002 of the file B1."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:{version}">
 <{root}>
  <GrpHdr><MsgId>S-1</MsgId><CreDtTm>2026-03-27T09:00:00+01:00</CreDtTm></GrpHdr>
  <OrgnlGrpInfAndSts><OrgnlMsgId>B1</OrgnlMsgId><OrgnlMsgNmId>pain.008.001.08</OrgnlMsgNmId>{group}</OrgnlGrpInfAndSts>
  {body}
 </{root}>
</Document>""".encode()


def refused(data: bytes) -> str:
    with pytest.raises(Invalid) as error:
        read_status_report(data, "answer.xml")
    return str(error.value)


@pytest.mark.parametrize("version", ["pain.002.001.03", "pain.002.001.10", "pain.002.001.14"])
def test_what_the_bank_says_of_the_file_of_a_part_and_of_an_order_is_read(version: str):
    order = ORDER.format(why=WHY.format(code="AC04", text="closed"))
    part = (
        f"<OrgnlPmtInfAndSts><OrgnlPmtInfId>DDB-1</OrgnlPmtInfId><PmtInfSts>PART</PmtInfSts>{order}</OrgnlPmtInfAndSts>"
    )
    found = read_status_report(report(part, "<GrpSts>PART</GrpSts>", version=version))
    orders = (OrderAnswer("DD-1", "RJCT", "AC04", "closed twice"),)
    assert found == StatusReport(
        "S-1", date(2026, 3, 27), "B1", "PART", parts=(PartAnswer("DDB-1", "PART", orders=orders),)
    )


def test_a_whole_file_is_refused_in_the_banks_own_code():
    why = "<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Prtry>no contract</Prtry></Rsn></StsRsnInf>"
    found = read_status_report(report("", why))
    assert (found.status, found.reason, found.parts) == ("RJCT", "no contract", ())


def test_the_oldest_version_names_orders_without_their_part():
    why = "<StsRsnInf><StsRsn><Cd>AC01</Cd></StsRsn><AddtlStsRsnInf>wrong</AddtlStsRsnInf></StsRsnInf>"
    found = read_status_report(report(ORDER.format(why=why), root="pain.002.001.02", version="pain.002.001.02"))
    assert found.parts == (PartAnswer("", orders=(OrderAnswer("DD-1", "RJCT", "AC01", "wrong"),)),)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'<Document xmlns="urn:x"><BkToCstmrStmt/></Document>', "STATUS_KIND answer.xml line 1 /Document"),
        (report(ORDER.format(why="").replace("RJCT", "rejected")), "STATUS_CODE answer.xml line 6"),
        (report(ORDER.format(why="").replace("DD-1", " ")), "XML_MISSING answer.xml line 6"),
        (report("").replace(b"B1", b""), "XML_MISSING answer.xml line 5"),
        (report("").replace(b"2026-03-27", b"yesterday-"), "DATE_FORMAT answer.xml line 4"),
        (report("")[:-20], "XML_MALFORMED answer.xml"),
        (b"<!DOCTYPE a>" + report("")[40:], "XML_DOCTYPE answer.xml"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(data: bytes, told: str):
    assert told in refused(data)


def test_every_fault_is_told_at_once():
    two = ORDER.format(why="").replace("RJCT", "no") + ORDER.format(why="").replace("DD-1", " ")
    assert {"STATUS_CODE", "XML_MISSING"} <= set(refused(report(two)).replace("\n", " ").split())
