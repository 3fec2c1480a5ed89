"""camt.052 and camt.054: reports and notifications, which are not final and have no balances."""

from datetime import date

import pytest

from otcore.adapters.statements.camt import read_camt, read_camt052, read_camt053, read_camt054
from otcore.payments.statement import BankStatement, NotCash, StatementKind
from otcore.values import Invalid, Money
from tests.adapters.statements.camt_writing import balance, entry, leaf, report, statement, tag, with_entries

DAY = date(2026, 3, 31)


def only(data: bytes) -> BankStatement:
    (taken,) = read_camt(data)
    return taken


def code(data: bytes) -> str:
    with pytest.raises(Invalid) as refused:
        read_camt(data)
    return refused.value.faults[0].code


@pytest.mark.parametrize("version", [1, 2, 6, 8, 13])
@pytest.mark.parametrize(("part", "kind"), [("Rpt", StatementKind.INTRADAY), ("Ntfctn", StatementKind.NOTIFICATION)])
def test_a_report_and_a_notification_are_read_without_balances(part, kind, version):
    taken = only(report(part, entry("10", version=version), version=version))
    assert (taken.kind, taken.opening, taken.closing) == (kind, None, None)
    assert [row.amount for row in taken.transactions] == [Money("10", "EUR")]


def test_a_statement_is_told_by_its_content_too():
    data = with_entries("0", "10", entry("10"))
    assert read_camt(data) == read_camt053(data)


def test_each_function_wants_its_own_message():
    assert read_camt052(report("Rpt", entry()))[0].kind is StatementKind.INTRADAY
    assert read_camt054(report("Ntfctn", entry()))[0].kind is StatementKind.NOTIFICATION
    with pytest.raises(Invalid, match=r"this is a camt.053 bank statement, not a camt.052"):
        read_camt052(with_entries("0", "0"))
    with pytest.raises(Invalid, match=r"this is a camt.052 account report, which is not final, not a camt.054"):
        read_camt054(report("Rpt"))


def test_the_balances_of_a_report_are_left_aside():
    assert only(report("Rpt", balance("OPBD", "1"), balance("ITBD", "5"), entry("9"))).opening is None


def test_the_days_are_those_that_it_covers_else_the_one_it_was_made():
    days = tag("FrToDt", leaf("FrDtTm", "2026-03-29T08:00:00"), leaf("ToDtTm", "2026-03-30T12:30:00"))
    assert (only(report("Rpt", days)).opened, only(report("Rpt", days)).closed) == (
        date(2026, 3, 29),
        date(2026, 3, 30),
    )
    made = leaf("CreDtTm", "2026-03-30T12:30:00")
    assert only(report("Rpt", made)).closed == date(2026, 3, 30)
    assert only(report("Rpt")).closed == DAY


def test_a_report_of_no_day_is_refused():
    assert code(report("Rpt").replace(b"CreDtTm", b"Gone")) == "XML_MISSING"


def test_an_entry_without_a_day_was_booked_on_the_day_of_the_report():
    undated = entry().replace("BookgDt", "Gone")
    (row,) = only(report("Ntfctn", undated)).transactions
    assert (row.booked, row.value_date) == (DAY, DAY)


def test_a_report_has_the_currency_of_its_account_balance_or_first_entry():
    assert only(report("Rpt", entry("1", currency="SEK"), currency="")).currency == "SEK"
    assert only(report("Rpt", balance("ITBD", "1", currency="CHF"), currency="")).currency == "CHF"
    assert code(report("Rpt", currency="")) == "XML_MISSING"
    assert code(report("Rpt", entry("1", currency="SEK"))) == "STATEMENT_CURRENCY"


def test_what_is_pending_is_not_cash():
    assert only(report("Rpt", entry("8", word="PDNG"))).not_cash == (NotCash("PDNG", Money("8", "EUR"), True),)


def summary(name: str, *content: str) -> str:
    return tag("TxsSummry", tag(name, *content))


@pytest.mark.parametrize(
    "right",
    [
        summary("TtlNtries", leaf("NbOfNtries", "3"), leaf("Sum", "16"), leaf("TtlNetNtryAmt", "4")),
        summary("TtlNtries", leaf("NbOfNtries", "2"), leaf("Sum", "14.00"), tag("TtlNetNtry", leaf("Amt", "6"))),
        summary("TtlNtries", leaf("Sum", "6")),
        summary("TtlCdtNtries", leaf("NbOfNtries", "1"), leaf("Sum", "10")),
        summary("TtlDbtNtries", leaf("NbOfNtries", "1"), leaf("Sum", "4")),
        tag("TxsSummry", leaf("TtlNtries/Other", "x")),
    ],
)
def test_a_summary_counts_all_entries_or_those_that_are_booked(right):
    entries = (entry("10"), entry("4", credit=False), entry("2", word="PDNG", credit=False))
    assert len(only(report("Rpt", right, *entries)).transactions) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        summary("TtlNtries", leaf("NbOfNtries", "2")),
        summary("TtlNtries", leaf("Sum", "11")),
        summary("TtlDbtNtries", leaf("NbOfNtries", "1")),
        summary("TtlNtries", leaf("TtlNetNtryAmt", "9")),
    ],
)
def test_a_summary_that_is_not_what_the_entries_make_refuses_the_statement(wrong):
    data = report("Rpt", wrong, entry("10"))
    with pytest.raises(Invalid, match="STATEMENT_TOTALS") as refused:
        read_camt(data)
    assert "TxsSummry" in refused.value.faults[0].path
    assert len(read_camt(data, check=False)[0].transactions) == 1


def test_a_document_of_another_kind_is_refused():
    assert code(b"<Document><Other/></Document>") == "CAMT_KIND"


def test_a_statement_written_as_a_report_has_its_own_words():
    assert statement("x").replace("Stmt>", "Rpt>").startswith("<Rpt>")
