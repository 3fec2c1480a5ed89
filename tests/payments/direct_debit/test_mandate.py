"""Mandates by the SEPA rulebooks: references, sequences, amendments, return reasons, thirty-six months."""

from datetime import date, timedelta
from typing import Any

import pytest

from otcore.payments.direct_debit import mandate_commands as c
from otcore.payments.direct_debit import mandate_deciding as deciding
from otcore.payments.direct_debit import mandate_events as e
from otcore.payments.direct_debit.mandate import evolve
from otcore.payments.direct_debit.mandate_lifecycle import MandateStatus
from otcore.payments.direct_debit.policy import DirectDebit
from otcore.payments.direct_debit.scheme import Sequence
from otcore.values.faults import Invalid, Rejected
from tests.orders.examples import DAY
from tests.payments.direct_debit.examples import IBAN, OTHER_IBAN, mandate, writing

SIGNED = mandate(e.MandateSigned)


def test_a_mandate_is_written_and_signed_later_or_at_once():
    assert [type(fact) for fact in deciding.create(None, writing())] == [e.MandateCreated]
    assert [type(fact) for fact in deciding.create(None, writing(signed=DAY))] == [e.MandateCreated, e.MandateSigned]
    with pytest.raises(Rejected, match="MANDATE_EXISTS"):
        deciding.create(SIGNED, writing())


@pytest.mark.parametrize("reference", ["M-2026/0001", "a", "A b.c:(d),'e+f?", "x" * 35])
def test_a_reference_that_banks_pass_on_is_taken(reference: str):
    assert deciding.create(None, writing(mandate=reference))


@pytest.mark.parametrize("reference", ["", "x" * 36, "Müller", "a_b", "/a", "a/", "a//b", " a", "a "])
def test_a_reference_that_banks_do_not_pass_on_is_refused(reference: str):
    with pytest.raises(Rejected, match="MANDATE_REFERENCE"):
        deciding.create(None, writing(mandate=reference))


@pytest.mark.parametrize(
    ("account", "code"), [("DE89370400440532013001", "IBAN_CHECK_DIGITS"), ("0532013000", "IBAN_FORMAT")]
)
def test_an_account_is_an_iban(account: str, code: str):
    with pytest.raises(Invalid, match=code):
        writing(account=account)
    assert writing(account="de89 3704 0044 0532 0130 00").account == IBAN


def test_the_first_collection_is_first_the_next_recurrent_and_the_last_final():
    assert SIGNED.sequence() is Sequence.FIRST
    used = mandate(e.MandateSigned, e.MandateUsed)
    assert (used.sequence(), used.sequence(final=True)) == (Sequence.RECURRENT, Sequence.FINAL)
    assert mandate(e.MandateSigned, recurrent=False).sequence() is Sequence.ONE_OFF


@pytest.mark.parametrize(
    ("sequence", "status"),
    [
        (Sequence.FIRST, MandateStatus.ACTIVE),
        (Sequence.RECURRENT, MandateStatus.ACTIVE),
        (Sequence.FINAL, MandateStatus.USED_UP),
        (Sequence.ONE_OFF, MandateStatus.USED_UP),
    ],
)
def test_a_mandate_is_used_up_by_its_last_collection(sequence: Sequence, status: MandateStatus):
    (fact,) = deciding.used(SIGNED, "K1", sequence, DAY)
    assert evolve(SIGNED, fact).status is status


def test_after_a_first_collection_that_was_rejected_the_next_is_the_first_again():
    assert mandate(e.MandateSigned, e.MandateUsed, e.MandateUseRejected).sequence() is Sequence.FIRST
    later = evolve(mandate(e.MandateSigned, e.MandateUsed), e.MandateUseRejected("K2", Sequence.RECURRENT, DAY))
    assert later.sequence() is Sequence.RECURRENT


def test_a_one_off_that_was_rejected_may_be_tried_again():
    used_up = mandate(e.MandateSigned, e.MandateUsedUp, recurrent=False)
    again = evolve(used_up, e.MandateUseRejected("K2", Sequence.ONE_OFF, DAY))
    assert (again.status, again.sequence()) == (MandateStatus.ACTIVE, Sequence.ONE_OFF)


@pytest.mark.parametrize("code", ["MD01", "MD07", "AC04"])
def test_a_return_that_makes_another_try_pointless_suspends_the_mandate(code: str):
    (fact,) = deciding.came_back(SIGNED, code, DAY)
    suspended = evolve(SIGNED, fact)
    assert (suspended.status, suspended.code) == (MandateStatus.SUSPENDED, code)
    assert deciding.came_back(suspended, code, DAY) == ()
    resumed = evolve(suspended, deciding.decide(suspended, c.ResumeMandate(mandate="M1", day=DAY, reason="asked"))[0])
    assert (resumed.status, resumed.code) == (MandateStatus.ACTIVE, "")


@pytest.mark.parametrize("code", ["AM04", "AC01", "MD06", "MS03", ""])
def test_any_other_return_leaves_the_mandate(code: str):
    assert deciding.came_back(SIGNED, code, DAY) == ()


def test_an_account_that_changes_is_told_with_the_next_collection():
    used = mandate(e.MandateSigned, e.MandateUsed)
    command = c.AmendMandate(mandate="M1", day=DAY, account=OTHER_IBAN)
    amended = evolve(used, deciding.decide(used, command)[0])
    assert (amended.account, amended.amended, amended.holder) == (OTHER_IBAN, True, "Customer C1")
    again = evolve(amended, deciding.used(amended, "K2", Sequence.RECURRENT, DAY)[0])
    assert not again.amended


def test_a_bank_that_never_heard_of_the_mandate_is_told_nothing():
    command = c.AmendMandate(mandate="M1", day=DAY, account=OTHER_IBAN)
    assert not evolve(SIGNED, deciding.decide(SIGNED, command)[0]).amended


def test_a_holder_or_bank_alone_may_change():
    used = mandate(e.MandateSigned, e.MandateUsed, bic="COBADEFFXXX")
    named = evolve(used, deciding.decide(used, c.AmendMandate(mandate="M1", day=DAY, holder="C1 Ltd"))[0])
    assert (named.holder, named.bic, named.amended) == ("C1 Ltd", "COBADEFFXXX", False)
    moved = evolve(used, deciding.decide(used, c.AmendMandate(mandate="M1", day=DAY, account=OTHER_IBAN))[0])
    assert moved.bic == ""
    with pytest.raises(Rejected, match="NOTHING_CHANGED"):
        deciding.decide(used, c.AmendMandate(mandate="M1", day=DAY, account=IBAN))


@pytest.mark.parametrize(
    "command",
    [
        c.SignMandate(mandate="M1", day=DAY),
        c.ResumeMandate(mandate="M1", day=DAY, reason="asked"),
    ],
)
def test_what_does_not_fit_its_status_is_refused(command: Any):
    with pytest.raises(Rejected, match="MANDATE_STATUS"):
        deciding.decide(SIGNED, command)


@pytest.mark.parametrize("command", [c.SuspendMandate, c.CancelMandate, c.ResumeMandate])
def test_what_stops_or_resumes_a_mandate_has_a_reason(command: Any):
    with pytest.raises(Invalid, match="REASON_MISSING"):
        deciding.decide(SIGNED, command(mandate="M1", day=DAY, reason=""))


def test_a_mandate_is_signed_suspended_and_cancelled():
    unsigned = mandate()
    assert evolve(unsigned, deciding.decide(unsigned, c.SignMandate(mandate="M1", day=DAY))[0]).signed == DAY
    for command, status in ((c.SuspendMandate, "suspended"), (c.CancelMandate, "cancelled")):
        fact = deciding.decide(SIGNED, command(mandate="M1", day=DAY, reason="asked"))[0]
        assert evolve(SIGNED, fact).status.value == status


def test_a_mandate_expires_thirty_six_months_after_its_last_use():
    signed = mandate()
    assert signed.expires() is None
    assert deciding.expire(signed, date(2099, 1, 1)) == ()
    last = SIGNED.expires()
    assert last == DAY.replace(year=DAY.year + 3)
    assert deciding.expire(SIGNED, last) == ()
    assert deciding.expire(SIGNED, last + timedelta(1))
    used = evolve(SIGNED, e.MandateUsed("K1", Sequence.FIRST, DAY + timedelta(100)))
    assert deciding.expire(used, last + timedelta(1)) == ()
    assert deciding.expire(mandate(e.MandateSigned, e.MandateCancelled), date(2099, 1, 1)) == ()


@pytest.mark.parametrize("creditor", ["DE98ZZZ09999999999", "de98 zzz 09999999999", "NL79ZZZ999999990000"])
def test_a_creditor_identifier_has_check_digits_that_leave_out_the_business_code(creditor: str):
    assert DirectDebit(creditor=creditor).creditor == "".join(creditor.split()).upper()


@pytest.mark.parametrize("creditor", ["DE97ZZZ09999999999", "", "DE98", "98DEZZZ09999999999"])
def test_what_is_no_creditor_identifier_is_refused(creditor: str):
    with pytest.raises(Invalid, match="CREDITOR_ID"):
        DirectDebit(creditor=creditor)
