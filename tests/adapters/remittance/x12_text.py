"""An X12 820 of one payment, and changes to it."""

SEGMENTS = (
    "GS*RA*ACME*OTCORE*20260115*1200*7*X*004010",
    "ST*820*0001",
    "BPR*C*1389.8*C*ACH*CTX*01*021000021*DA*123456789*1234567890**01*026009593*DA*98765*20260116",
    "TRN*1*TRACE-77*1234567890",
    "REF*CK*4711",
    "DTM*097*20260115",
    "N1*PR*ACME INC*91*ACME",
    "N3*1 MAIN STREET",
    "N1*PE*OTCORE LTD",
    "ENT*1",
    "RMR*IV*INV-1**489.8*500*10.2",
    "REF*PO*PO-9",
    "DTM*003*20251220",
    "RMR*IV*INV-2**980*1000",
    "ADX*-20*01",
    "RMR*CM*CN-1**-80*-80",
    "SE*{count}*0001",
    "GE*1*7",
)


def isa(element: str = "*", end: str = "~", control: str = "000000042") -> str:
    """The ISA segment."""
    parts = ("ISA", "00", " " * 10, "00", " " * 10, "ZZ", f"{'ACME':15}", "ZZ", f"{'OTCORE':15}", "260115", "1200", "U")
    return element.join((*parts, "00401", control, "0", "P", ">")) + end


def x12(
    segments=SEGMENTS, *, element: str = "*", end: str = "~", between: str = "\n", tail=("IEA*1*000000042",)
) -> bytes:
    """The interchange; {count} becomes the number of segments from ST to SE."""
    names = [segment.split("*")[0] for segment in segments]
    count = names.index("SE") - names.index("ST") + 1 if "SE" in names and "ST" in names else 0
    body = [segment.format(count=count).replace("*", element) + end for segment in (*segments, *tail)]
    return between.join((isa(element, end), *body, "")).encode()


def changed(old: str, *new: str) -> tuple[str, ...]:
    """The segments with one of them replaced by others, or by none."""
    assert sum(segment.startswith(old) for segment in SEGMENTS) == 1
    return tuple(each for segment in SEGMENTS for each in (new if segment.startswith(old) else (segment,)))
