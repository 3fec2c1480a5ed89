"""X12 820 in its interchange."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.adapters.remittance import read_x12_advices
from otcore.adapters.remittance.x12.segments import SEGMENTS
from otcore.values import Invalid, Money
from tests.adapters.remittance.x12_text import SEGMENTS as USUAL
from tests.adapters.remittance.x12_text import changed, isa, x12


def usd(amount: str) -> Money:
    """Dollars."""
    return Money(amount, "USD")


def lines(data: bytes) -> list[tuple]:
    """Document, order, paid, discount, deduction and reason of each line."""
    (advice,) = read_x12_advices(data).advices
    return [(each.document, each.order, each.paid, each.discount, each.deduction, each.reason) for each in advice.lines]


def faults(data: bytes) -> list[tuple[str, str]]:
    """Codes and places."""
    with pytest.raises(Invalid) as caught:
        read_x12_advices(data, "a.edi")
    return [(fault.code, fault.path) for fault in caught.value.faults]


def test_what_the_payment_is():
    (advice,) = read_x12_advices(x12()).advices
    assert advice.id == "ACME/000000042/0001"
    assert (advice.payer, advice.payer_account) == ("ACME INC", "123456789")
    assert (advice.payment_reference, advice.other_references) == ("TRACE-77", ("4711",))
    assert (advice.day, advice.total) == (date(2026, 1, 16), usd("1389.80"))


def test_what_was_paid():
    assert lines(x12()) == [
        ("INV-1", "PO-9", usd("489.80"), usd("10.20"), None, ""),
        ("INV-2", "", usd("980.00"), None, usd("20.00"), "ADX 01"),
        ("CN-1", "", usd("-80.00"), None, None, ""),
    ]


def test_amounts_and_days_of_the_documents():
    (advice,) = read_x12_advices(x12()).advices
    assert [line.stated for line in advice.lines] == [usd("500.00"), usd("1000.00"), usd("-80.00")]
    assert advice.lines[0].issued == date(2025, 12, 20)


def test_what_says_nothing_of_this_is_kept_aside():
    aside = read_x12_advices(x12()).aside
    assert aside == ("DTM*097*20260115", "N3*1 MAIN STREET", "N1*PE*OTCORE LTD")


@pytest.mark.parametrize("element", ["*", "|", "+", "\x1d"])
@pytest.mark.parametrize("end", ["~", "'", "\n", "\x1c"])
def test_separators_are_those_of_the_isa_segment(element, end):
    (usual,) = read_x12_advices(x12()).advices
    assert read_x12_advices(x12(element=element, end=end, between="")).advices == (usual,)


@pytest.mark.parametrize("between", ["", "\n", "\r\n"])
def test_line_ends_between_segments_are_for_people(between):
    assert len(lines(x12(between=between))) == 3


def test_line_ends_within_segments_too():
    data = x12(between="")
    wrapped = b"\r\n".join(data[at : at + 80] for at in range(0, len(data), 80))
    assert lines(wrapped) == lines(data)


def test_two_interchanges_with_separators_of_their_own():
    (one,) = read_x12_advices(x12()).advices
    assert read_x12_advices(x12() + b"\n" + x12(element="|", end="^")).advices == (one, one)


def test_several_transaction_sets_in_several_groups():
    inner = [segment.format(count=16) for segment in USUAL]
    again = [segment.replace("0001", "0002") for segment in inner]
    groups = [*inner[:-1], *again[1:-1], "GE*2*7", *(s.replace("*7*X", "*8*X") for s in again[:-1]), "GE*1*8"]
    read = read_x12_advices(x12(groups, tail=("IEA*2*000000042",)))
    assert [advice.id[-4:] for advice in read.advices] == ["0001", "0002", "0002"]


# amounts


def test_where_only_the_adjusted_amounts_come_to_the_total_they_were_before():
    data = x12(changed("RMR*IV*INV-2", "RMR*IV*INV-2**1000*1000"))
    assert lines(data)[1] == ("INV-2", "", usd("980.00"), None, usd("20.00"), "ADX 01")


def test_an_adjustment_outside_of_a_document_is_a_line():
    segments = changed("ENT", "ENT*1", "ADX*-100*72*ZZ", "REF*CL*CLAIM-1", "REF*PO*PO-3", "DTM*003*20260101")
    data = x12([each.replace("BPR*C*1389.8", "BPR*C*1289.8") for each in segments])
    assert lines(data)[0] == ("CLAIM-1", "PO-3", usd("-100.00"), None, None, "ADX 72")


def test_an_adjustment_names_its_document_itself():
    data = x12(changed("ENT", "ENT*1", "ADX*-100*72*CM*DM-5", "ADX*100*73", "REF*ZZ*X", "REF*ZZ*Y", "NTE**hm"))
    assert [line[0] for line in lines(data)][:2] == ["DM-5", "X"]
    assert "REF*ZZ*Y" in read_x12_advices(data).aside


def test_an_adjustment_that_adds_is_no_deduction_and_kept_aside():
    data = x12(changed("ADX", "ADX*20*01*IV*INV-2"))
    assert lines(data)[1] == ("INV-2", "", usd("980.00"), None, None, "ADX 01 INV-2")
    assert "ADX*20*01*IV*INV-2" in read_x12_advices(data).aside


def test_a_deduction_from_a_credit_is_one():
    data = x12(changed("RMR*CM", "RMR*CM*CN-1**-80*-90", "ADX*10*01"))
    assert lines(data)[2] == ("CN-1", "", usd("-80.00"), None, usd("-10.00"), "ADX 01")


def test_interest_is_kept_aside_and_its_reason_told():
    data = x12(changed("RMR*CM", "RMR*CM*CN-1**-80*-80**FI*5"))
    assert lines(data)[2][-1] == "RMR FI"
    assert "RMR*CM*CN-1**-80*-80**FI*5" in read_x12_advices(data).aside


def test_money_on_account_is_a_line_without_document():
    data = x12(changed("RMR*CM", "RMR*CM*CN-1**-80*-80", "RMR****5", "RMR****-5", "RMR*ZZ**PO*5", "RMR*ZZ**PO*-5"))
    reasons = ["", "ADX 01", "", "RMR on account", "RMR on account", "RMR PO", "RMR PO"]
    assert [line[-1] for line in lines(data)] == reasons


def test_an_order_may_be_paid_instead_of_a_document():
    assert lines(x12(changed("RMR*CM", "RMR*PO*4500**-80")))[2][:2] == ("", "4500")


@pytest.mark.parametrize(("said", "amount"), [(".5", "0.50"), ("-.5", "-0.50"), ("5.", "5.00"), ("007", "7.00")])
def test_amounts_as_x12_writes_them(said, amount):
    segments = changed("RMR*CM", "RMR*CM*CN-1**-80*-80", f"RMR*IV*A**{said}")
    rest = Decimal("1389.8") + Decimal(amount)
    data = x12([each.replace("BPR*C*1389.8", f"BPR*C*{rest}") for each in segments])
    assert lines(data)[3][2] == usd(amount)


def test_a_currency_of_its_own():
    (advice,) = read_x12_advices(x12(_yen())).advices
    assert advice.total == Money(100, "JPY")


def _yen():
    header = ("GS*RA*A*B*1*1*7*X*004010", "ST*820*1", "BPR*C*100**ACH************20260116")
    return (*header, "CUR*PR*JPY", "CUR*PE*EUR", "RMR*IV*I**100", "SE*{count}*1", "GE*1*7")


def test_without_names_and_references_the_sender_pays():
    (advice,) = read_x12_advices(x12(_yen())).advices
    assert (advice.payer, advice.payment_reference) == ("A", "")


def test_the_day_may_stand_in_dtm():
    segments = changed("BPR", "BPR*C*1389.8*C*ACH")
    assert read_x12_advices(x12(segments)).advices[0].day == date(2026, 1, 15)


@pytest.mark.parametrize(("said", "day"), [("260116", date(2026, 1, 16)), ("990116", date(1999, 1, 16))])
def test_older_versions_write_two_digits_of_the_year(said, day):
    segments = [each.replace("20260116", said) for each in USUAL]
    assert read_x12_advices(x12(segments)).advices[0].day == day


@given(st.lists(st.integers(1, 10**8), min_size=1, max_size=30))
def test_cash_of_the_lines_is_the_total(amounts):
    items = [f"RMR*IV*I{number}**{Decimal(amount).scaleb(-2)}" for number, amount in enumerate(amounts)]
    begin = f"BPR*C*{Decimal(sum(amounts)).scaleb(-2)}*C*ACH************20260116"
    data = x12(("GS*RA*A*B*1*1*7*X*004010", "ST*820*1", begin, *items, "SE*{count}*1", "GE*1*7"))
    (advice,) = read_x12_advices(data).advices
    assert sum(line.paid.minor for line in advice.lines) == advice.total.minor == sum(amounts)


# refusals


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("GE*", "GE*2*7", "X12_COUNT", "a.edi line 19 segment 19 GE01"),
        ("GE*", "GE*x*7", "X12_COUNT", "a.edi line 19 segment 19 GE01"),
        ("GE*", "GE*1*8", "X12_CONTROL", "a.edi line 19 segment 19 GE02"),
        ("SE*", "SE*9*0001", "X12_COUNT", "a.edi line 18 segment 18 SE01"),
        ("SE*", "SE*{count}*0002", "X12_CONTROL", "a.edi line 18 segment 18 SE02"),
        ("ST*", "ST*835*0001", "X12_KIND", "a.edi line 3 segment 3 ST"),
        ("GS*", "GS*FA*A*B*1*1*7*X*004010", "X12_KIND", "a.edi line 3 segment 3 ST"),
        ("BPR", "BPR*C*1389.8*D*ACH************20260116", "X12_KIND", "a.edi line 4 segment 4 BPR03"),
        ("BPR", "BPR*C", "X12_ELEMENT", "a.edi line 4 segment 4 BPR02"),
        ("BPR", "NTE**none", "X12_ELEMENT", "a.edi line 3 segment 3 ST"),
        ("BPR", "BPR*C*1*C*ACH************20260116", "REMITTANCE_SUM", "a.edi line 4 segment 4 BPR"),
        ("BPR", "BPR*C*1389.8*C*ACH************20261316", "X12_DATE", "a.edi line 4 segment 4 BPR16"),
        ("BPR", "BPR*C*1389.8*C*ACH************soon", "X12_DATE", "a.edi line 4 segment 4 BPR16"),
        ("BPR", "BPR*C*1389.8*C*ACH************10260116", "X12_DATE", "a.edi line 4 segment 4 BPR16"),
        ("RMR*CM", "RMR*CM*CN-1", "X12_ELEMENT", "a.edi line 17 segment 17 RMR04"),
        ("RMR*CM", "RMR*CM*CN-1**80-", "X12_AMOUNT", "a.edi line 17 segment 17 RMR04"),
        ("RMR*CM", "RMR*CM*CN-1**.", "X12_AMOUNT", "a.edi line 17 segment 17 RMR04"),
        ("RMR*CM", "RMR*CM*CN-1**1.005", "MONEY_TOO_PRECISE", "a.edi line 17 segment 17 RMR04"),
        ("RMR*CM", "RMR*CM*CN-1**-80**5", "REMITTANCE_TAKEN", "a.edi line 17 segment 17 RMR"),
        ("TRN", "TRN*1", "X12_ELEMENT", "a.edi line 5 segment 5 TRN02"),
        ("TRN", "CUR*PR*XXY", "CURRENCY_UNKNOWN", "a.edi line 5 segment 5 CUR02"),
        ("ADX", "ADX*-20", "X12_ELEMENT", "a.edi line 16 segment 16 ADX02"),
        ("N3*", "N3*\x07", "X12_SEGMENT", "a.edi line 9 segment 9 N3"),
        ("N3*", "N3*" + "x" * 5000, "X12_SEGMENT", "a.edi line 9 segment 9 N3"),
    ],
)
def test_what_is_wrong_is_refused_at_its_place(old, new, code, place):
    assert faults(x12(changed(old, new))) == [(code, place)]


def test_every_fault_of_a_transaction_set_is_told():
    segments = tuple(each.replace("RMR*CM*CN-1**-80*-80", "RMR*CM*CN-1") for each in changed("TRN", "TRN*1"))
    assert [code for code, _ in faults(x12(segments))] == ["X12_ELEMENT"] * 2


def test_a_day_is_needed():
    segments = [each for each in changed("BPR", "BPR*C*1389.8*C*ACH") if not each.startswith("DTM*097")]
    assert faults(x12(segments)) == [("X12_ELEMENT", "a.edi line 4 segment 4 BPR16")]


@pytest.mark.parametrize(
    ("tail", "code", "place"),
    [
        (("IEA*1*000000043",), "X12_CONTROL", "a.edi line 20 segment 20 IEA02"),
        (("IEA*2*000000042",), "X12_COUNT", "a.edi line 20 segment 20 IEA01"),
        ((), "X12_ENVELOPE", "a.edi line 19 segment 19 GE"),
        (("SE*1*1",), "X12_ENVELOPE", "a.edi line 20 segment 20 SE"),
        (("IEA*1*000000042", "GS*RA"), "X12_ENVELOPE", "a.edi line 21 segment 21 GS"),
        (("BPR*C",), "X12_ENVELOPE", "a.edi line 20 segment 20 BPR"),
    ],
)
def test_envelopes_are_closed_and_agree(tail, code, place):
    assert faults(x12(tail=tail)) == [(code, place)]


def test_an_envelope_within_a_transaction_set_is_refused():
    assert faults(x12(changed("N3", "GE*1*7"))) == [("X12_ENVELOPE", "a.edi line 9 segment 9 GE")]


def test_an_interchange_without_payments_is_refused():
    assert faults((isa() + "IEA*0*000000042~").encode()) == [("X12_ENVELOPE", "a.edi")]


@pytest.mark.parametrize(
    "text", ["ISA", "ISA*00*", "ISA" + "*" * 103, isa()[:-1], "ST*820*1~", isa(end="A"), "ISA*00~"]
)
def test_an_interchange_begins_with_a_whole_isa_segment(text):
    assert faults(text.encode()) == [("X12_ISA", "a.edi line 1 segment 1 " + text[:3])]


def test_a_file_cut_short_is_refused():
    data = x12(between="")
    assert faults(data[: data.index(b"~SE*")]) == [("X12_SEGMENT", "a.edi line 1 segment 17 RMR")]


def test_too_many_segments_are_refused():
    data = x12(("GS*RA*A*B*1*1*7*X*004010", "ST*820*1", *["N"] * SEGMENTS))
    assert [code for code, _ in faults(data)] == ["X12_SEGMENT"]


@pytest.mark.parametrize("data", [b"", b"ISA\xff"])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(Invalid, match=r"a\.edi"):
        read_x12_advices(data, "a.edi")


@given(st.integers(0, 700), st.binary(max_size=3))
def test_damage_is_refused_or_leaves_an_advice_that_adds_up(at, bytes_):
    data = x12()
    with suppress(Invalid):
        for advice in read_x12_advices(data[:at] + bytes_ + data[at + 1 :]).advices:
            advice.check()
