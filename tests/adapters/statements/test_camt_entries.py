"""The entries of a camt statement: direction, status, batches, amounts, days."""

from datetime import date

import pytest

from otcore.adapters.statements.camt import read_camt053
from otcore.payments.statement import NotCash
from otcore.values import Money
from tests.adapters.statements.camt_writing import (
    amount,
    details,
    direction,
    document,
    entry,
    leaf,
    line_of,
    tag,
    with_entries,
)
from tests.adapters.statements.reading import fault_of, faults_of, statement_of, transactions_of


def eur(text: str) -> Money:
    return Money(text, "EUR")


def signed(*entries: str) -> list[str]:
    return [str(transaction.signed) for transaction in transactions_of(*entries)]


def test_an_entry_without_details_is_one_transaction():
    (taken,) = transactions_of(entry("8.85"))
    assert (taken.amount, taken.credit, taken.reversal) == (eur("8.85"), True, False)


def test_a_debit_is_money_out():
    assert signed(entry("8.85", credit=False)) == ["-8.85 EUR"]


@pytest.mark.parametrize(("credit", "moves"), [(True, "8.85 EUR"), (False, "-8.85 EUR")])
def test_a_reversal_keeps_the_direction_it_was_booked_in(credit, moves):
    (taken,) = transactions_of(entry("8.85", leaf("RvslInd", "true"), credit=credit))
    assert (str(taken.signed), taken.reversal) == (moves, True)


def test_a_reversal_ties_with_the_balance():
    returned = entry("8.85", leaf("RvslInd", "true"), credit=False)
    (taken,) = read_camt053(with_entries("10.00", "10.00", entry("8.85"), returned))
    assert [transaction.reversal for transaction in taken.transactions] == [False, True]


def test_an_indicator_that_says_no_is_no_reversal():
    (taken,) = transactions_of(entry("8.85", leaf("RvslInd", "false")))
    assert not taken.reversal


def test_return_information_makes_a_reversal_of_a_payment():
    (taken,) = transactions_of(entry("8.85", details(leaf("RtrInf/Rsn/Cd", "AC04")), credit=False))
    assert taken.reversal


@pytest.mark.parametrize("word", ["PDNG", "INFO", "FUTR"])
def test_what_is_not_booked_is_named_and_is_not_cash(word):
    taken = statement_of(entry("8.85", leaf("AcctSvcrRef", "R1"), word=word, credit=False))
    assert taken.transactions == ()
    assert taken.not_cash == (NotCash(word, eur("8.85"), False, "R1"),)


def test_a_pending_entry_needs_no_day():
    undated = entry("8.85", word="PDNG").replace("BookgDt", "Gone")
    assert len(statement_of(undated).not_cash) == 1


def test_a_status_of_the_bank_is_not_cash():
    own = entry("8.85").replace("<Cd>BOOK</Cd>", "<Prtry>HELD</Prtry>")
    assert statement_of(own).not_cash == (NotCash("HELD", eur("8.85"), True),)


def test_a_booked_amount_of_zero_is_not_cash():
    assert statement_of(entry("0", details(""))).not_cash == (NotCash("BOOK", eur("0"), True),)


def test_an_entry_has_a_status():
    fault = fault_of(entry().replace("Sts>", "Gone>"))
    assert (fault.code, fault.facts) == ("XML_MISSING", {"name": "Sts"})


def test_a_direction_is_credit_or_debit():
    fault = fault_of(entry().replace("CRDT", "C"))
    assert fault.code == "CREDIT_DEBIT"
    assert fault.path.endswith("/Ntry/CdtDbtInd")
    assert fault.message == "'C' is neither CRDT nor DBIT"


@pytest.mark.parametrize(
    ("written", "read"),
    [("8.85000", "8.85"), ("8", "8.00"), (".5", "0.50"), ("+8.85", "8.85"), ("100000.00", "100000.00")],
)
def test_an_amount_may_be_written_with_more_or_fewer_digits(written, read):
    assert signed(entry(written)) == [f"{read} EUR"]


@pytest.mark.parametrize(
    ("text", "currency", "code"),
    [
        ("8.855", "EUR", "MONEY_TOO_PRECISE"),
        ("2700.5", "JPY", "MONEY_TOO_PRECISE"),
        ("-8.85", "EUR", "AMOUNT_NEGATIVE"),
        ("8,85", "EUR", "NUMBER_FORMAT"),
        ("NaN", "EUR", "NUMBER_NOT_FINITE"),
        ("9" * 400, "EUR", "NUMBER_TOO_LONG"),
        ("1" + "0" * 18, "EUR", "MONEY_TOO_LARGE"),
        ("8.85", "XXQ", "CURRENCY_UNKNOWN"),
        ("8.85", "eur", "CURRENCY_UNKNOWN"),
        ("8.85", "", "XML_MISSING"),
    ],
)
def test_an_amount_that_is_no_money_is_refused_with_its_place(text, currency, code):
    data = with_entries("0", "0", entry(), entry(text, currency=currency))
    (fault,) = faults_of(data, "march.xml")
    assert fault.code == code
    place = f"march.xml line {line_of(data, text.encode() + b'</Amt>')} /Document/BkToCstmrStmt/Stmt/Ntry[2]/Amt"
    assert fault.path in (place, f"{place}/@Ccy")


def test_two_amounts_of_an_entry_are_refused():
    assert fault_of(entry("8.85", amount("9"))).code == "XML_REPEATED"


def test_the_faults_of_every_entry_are_named():
    found = faults_of(with_entries("0", "0", entry("x"), entry(), entry("y")))
    assert [fault.path.rpartition("Stmt/")[2] for fault in found] == ["Ntry[1]/Amt", "Ntry[3]/Amt"]


def test_an_entry_has_its_day_of_booking_and_of_value():
    (taken,) = transactions_of(entry("1", leaf("BookgDt/Dt", "2026-03-30"), leaf("ValDt/DtTm", "2026-04-01T10:00:00Z")))
    assert (taken.booked, taken.value_date) == (date(2026, 3, 30), date(2026, 4, 1))


@pytest.mark.parametrize("name", ["BookgDt", "ValDt"])
def test_one_day_stands_for_the_other(name):
    (taken,) = transactions_of(entry("1", leaf(f"{name}/Dt", "2026-03-30")))
    assert (taken.booked, taken.value_date) == (date(2026, 3, 30), date(2026, 3, 30))


def test_a_booked_entry_has_a_day():
    fault = fault_of(entry().replace("BookgDt", "Gone"))
    assert (fault.code, fault.facts) == ("XML_MISSING", {"name": "BookgDt"})


def test_a_batch_is_exploded():
    batch = entry("429.56", details(amount("329.56"), amount("100.00")))
    assert signed(batch) == ["329.56 EUR", "100.00 EUR"]


def test_a_batch_may_stand_in_several_parts():
    assert signed(entry("3", details(amount("1")), details(amount("2")))) == ["1.00 EUR", "2.00 EUR"]


def test_the_payments_of_a_batch_make_up_the_entry():
    fault = fault_of(entry("429.56", details(amount("429.56"), amount("429.56"))))
    assert fault.code == "BATCH_SUM"
    assert fault.message == ("the entry is 429.56 EUR, but its 2 payments make 859.12 EUR: a difference of -429.56 EUR")
    assert fault.facts == {"entry": "429.56 EUR", "payments": "859.12 EUR", "difference": "-429.56 EUR"}


def test_payments_of_a_batch_may_go_both_ways():
    batch = entry("97", details(amount("100") + direction(True), amount("3") + direction(False)))
    assert signed(batch) == ["100.00 EUR", "-3.00 EUR"]


def test_payments_that_all_name_the_other_direction_follow_the_entry():
    batch = entry("3", details(amount("1") + direction(True), amount("2") + direction(True)), credit=False)
    assert signed(batch) == ["-1.00 EUR", "-2.00 EUR"]


def test_a_payment_of_zero_within_a_batch_is_not_cash():
    taken = statement_of(entry("3", details(amount("3"), amount("0") + leaf("Refs/AcctSvcrRef", "R2"))))
    assert len(taken.transactions) == 1
    assert taken.not_cash == (NotCash("BOOK", eur("0"), True, "R2"),)


@pytest.mark.parametrize("path", ["Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/CntrValAmt/Amt", "AmtDtls/InstdAmt/Amt"])
def test_a_payment_of_a_batch_states_its_amount_in_one_of_four_places(path):
    batch = entry("3", details(amount("1", path=path), amount("2", path=path)))
    assert signed(batch) == ["1.00 EUR", "2.00 EUR"]


def test_an_amount_in_the_currency_of_the_account_goes_before_one_that_is_not():
    abroad = [amount(text, "USD") + amount(own, path="AmtDtls/TxAmt/Amt") for text, own in (("11", "10"), ("22", "20"))]
    assert signed(entry("30", details(*abroad))) == ["10.00 EUR", "20.00 EUR"]


def test_a_payment_of_a_batch_states_an_amount_in_the_currency_of_the_account():
    fault = fault_of(entry("30", details(amount("30"), amount("0", "USD"))))
    assert fault.code == "BATCH_SUM"
    assert fault.message == "a payment of a batch states no amount in EUR"
    assert fault.path.endswith("/NtryDtls/TxDtls[2]")


def test_a_single_payment_without_amount_takes_that_of_the_entry():
    assert signed(entry("8.85", details(leaf("Refs/EndToEndId", "E1")))) == ["8.85 EUR"]


def test_a_single_payment_in_another_currency_takes_the_amount_of_the_entry():
    assert signed(entry("8.85", details(amount("100", "SEK")))) == ["8.85 EUR"]


def test_a_single_payment_ordered_with_another_amount_takes_that_of_the_entry():
    assert signed(entry("1474", details(amount("1500", path="AmtDtls/InstdAmt/Amt")))) == ["1474.00 EUR"]


@pytest.mark.parametrize("path", ["Amt", "AmtDtls/TxAmt/Amt"])
@pytest.mark.parametrize("text", ["105.75", "0"])
def test_a_single_payment_that_contradicts_its_entry_is_refused(path, text):
    assert fault_of(entry("8.85", details(amount(text, path=path)))).code == "BATCH_SUM"


def test_a_single_payment_follows_the_direction_of_its_entry():
    assert signed(entry("8.85", details(amount("8.85") + direction(True)), credit=False)) == ["-8.85 EUR"]


def test_the_details_of_the_first_version_stand_in_the_entry():
    batch = entry("3", details(amount("1"), amount("2"), version=1), version=1)
    data = with_entries("0", "3", batch)
    (taken,) = read_camt053(data)
    assert [transaction.amount for transaction in taken.transactions] == [eur("1"), eur("2")]


def test_an_entry_in_another_currency_refuses_the_statement():
    found = faults_of(with_entries("0", "0", entry("1", currency="USD")))
    assert [fault.code for fault in found] == ["STATEMENT_CURRENCY"]


def test_a_document_of_one_line_is_read_too():
    data = with_entries("0", "10", entry("10")).replace(b"\n", b"")
    assert len(read_camt053(data)[0].transactions) == 1


def test_a_prefix_for_the_namespace_is_as_good_as_none():
    data = document(tag("Stmt", "x")).replace(b"</", b"</n:").replace(b"<", b"<n:").replace(b"<n:/", b"</")
    prefixed = data.replace(b"<n:?", b"<?").replace(b"xmlns=", b"xmlns:n=")
    (fault,) = faults_of(prefixed)
    assert fault.path.partition(" /")[2] == "Document/BkToCstmrStmt/Stmt"
