"""X12 820 transaction sets as remittance advices."""

from otcore.adapters.remittance.advice_file import AdviceFile
from otcore.adapters.remittance.x12.envelope import TransactionSet, transaction_sets
from otcore.adapters.remittance.x12.payment import Payment820
from otcore.adapters.remittance.x12.segments import segments_of
from otcore.adapters.remittance.x12.taking import currency_of, take
from otcore.payments.remittance_advice import RemittanceAdvice
from otcore.values.faults import Fault, Invalid

_SET = "820"
_GROUP = "RA"


def read_x12_advices(data: bytes, source: str = "", currency: str = "USD") -> AdviceFile:
    """The advices of a file of X12 interchanges; `currency`: of transaction sets without a CUR segment.

    Of each 820: BPR (total, day, payer's account), TRN and REF (references), CUR, DTM, N1*PR (payer), RMR (document,
    paid, stated amount, discount), behind an RMR: REF*PO (order), DTM*003 (day of the document), ADX (deduction); ADX
    elsewhere is a line of its own. Segments that say nothing of this are kept as they are in `aside`.

    Where the amounts of the RMR segments come to the total only with their ADX, they are amounts before it.

    Raises `Invalid` with every fault and its place: X12_ISA, X12_SEGMENT, X12_ENVELOPE, X12_CONTROL, X12_COUNT,
    X12_KIND (another transaction set, or a debit), X12_ELEMENT, X12_AMOUNT, X12_DATE, and the codes of
    `RemittanceAdvice.check`.
    """
    sets = transaction_sets(segments_of(data, source))
    if not sets:
        raise Invalid.one("X12_ENVELOPE", "there is no transaction set in it", source)
    advices: list[RemittanceAdvice] = []
    aside: list[str] = []
    faults: list[Fault] = []
    for each in sets:
        try:
            payment = _read(each, currency)
            advices.append(payment.advice())
            aside += payment.aside
        except Invalid as error:
            faults += error.faults
    if faults:
        raise Invalid(*faults)
    return AdviceFile(tuple(advices), tuple(aside))


def _read(one: TransactionSet, currency: str) -> Payment820:
    if one.gs.get(1) != _GROUP or one.st.get(1) != _SET:
        said = f"{one.gs.get(1)[:4]!a} {one.st.get(1)[:4]!a}"
        raise one.st.fault("X12_KIND", f"this is a transaction set {said}, not an 820 in a group RA")
    payment = Payment820(one, currency_of(one.body, currency))
    faults: list[Fault] = []
    for segment in one.body:
        try:
            take(payment, segment)
        except Invalid as error:
            faults += error.faults
    if faults:
        raise Invalid(*faults)
    return payment
