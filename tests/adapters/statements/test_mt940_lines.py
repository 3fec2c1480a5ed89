"""The lines of an MT940 statement: days, direction, amount, references; and what the text says."""

from datetime import date

import pytest

from otcore.adapters.statements.mt940 import read_mt940
from otcore.payments.statement import BankTransaction, Returned
from otcore.values import Fault, Invalid, Money
from tests.adapters.statements.mt940_writing import line, statement


def row(text: str, *details: str) -> BankTransaction:
    (taken,) = read_mt940(statement(line(text, *details)).encode(), check=False)
    (transaction,) = taken.transactions
    return transaction


def credit(*details: str) -> BankTransaction:
    return row("2603310331C10,00NTRFNONREF", *details)


def debit(*details: str) -> BankTransaction:
    return row("2603310331D10,00NTRFNONREF", *details)


def fault(text: str, *details: str) -> Fault:
    with pytest.raises(Invalid) as refused:
        row(text, *details)
    return refused.value.faults[0]


@pytest.mark.parametrize(
    ("mark", "credit", "reversal"),
    [("C", True, False), ("D", False, False), ("RC", False, True), ("RD", True, True), ("CR", True, False)],
)
def test_the_mark_says_the_direction_and_whether_it_takes_back(mark, credit, reversal):
    taken = row(f"2603310331{mark}10,00NTRFNONREF")
    assert (taken.credit, taken.reversal, taken.returned is not None) == (credit, reversal, reversal)


@pytest.mark.parametrize(
    ("written", "booked", "value"),
    [
        ("2603310330", date(2026, 3, 30), date(2026, 3, 31)),
        ("260331", date(2026, 3, 31), date(2026, 3, 31)),
        ("2612310102", date(2027, 1, 2), date(2026, 12, 31)),
        ("2701021231", date(2026, 12, 31), date(2027, 1, 2)),
        ("2602300301", date(2026, 3, 1), date(2026, 2, 28)),
        ("2402290229", date(2024, 2, 29), date(2024, 2, 29)),
        ("991231", date(1999, 12, 31), date(1999, 12, 31)),
    ],
)
def test_a_line_has_a_value_date_and_a_booking_day_of_the_nearest_year(written, booked, value):
    taken = row(f"{written}C10,00NTRFNONREF")
    assert (taken.booked, taken.value_date) == (booked, value)


@pytest.mark.parametrize(("written", "read"), [("10,00", "10"), ("10,", "10"), ("10", "10"), ("000010,5", "10.50")])
def test_an_amount_has_a_decimal_comma_which_may_be_missing(written, read):
    assert row(f"2603310331C{written}NTRFNONREF").amount == Money(read, "EUR")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2603310331X10,00NTRFNONREF", "MT940_LINE"),
        ("2604310331C10,00NTRFNONREF", "DATE_FORMAT"),
        ("2603310231C10,00NTRFNONREF", "DATE_FORMAT"),
        ("2603310331C10,005NTRFNONREF", "MONEY_TOO_PRECISE"),
        ("2603310331C1,0,0NTRFNONREF", "NUMBER_FORMAT"),
        ("2603310331C10.00NTRFNONREF", "MT940_LINE"),
        ("", "MT940_LINE"),
    ],
)
def test_a_line_that_is_none_is_refused_with_its_place(text, code):
    found = fault(text)
    assert (found.code, found.path) == (code, "line 5 :61:")


def test_a_text_of_more_than_a_thousand_characters_is_refused_with_its_place():
    found = fault("2603310331C10,00NTRFNONREF", "x" * 1_001)
    assert (found.code, found.path) == ("TEXT_TOO_LONG", "line 6 :86:")


@pytest.mark.parametrize(
    ("references", "own", "bank"),
    [
        ("NONREF", "", ""),
        ("KREF+//B1", "", "B1"),
        ("PO 77//B1", "PO 77", "B1"),
        ("PO-77//NONREF", "PO-77", ""),
        ("EREF", "", ""),
    ],
)
def test_a_line_has_the_references_of_the_account_owner_and_the_bank(references, own, bank):
    taken = row(f"2603310331C10,00NTRF{references}")
    assert (taken.end_to_end, taken.bank_reference) == (own, bank)


def test_supplementary_lines_are_the_words_of_the_bank():
    taken = row("2603310331C10,00NTRFNONREF\n911-TRANSAKCJA\nagain", "text")
    assert (taken.additional, taken.text) == ("911-TRANSAKCJA\nagain", ("text",))


def test_a_name_may_stand_behind_the_reference():
    taken = row("260331C10,00N0440121470966      W.P. Jansen")
    assert (taken.payer_name, taken.end_to_end, taken.code) == ("W.P. Jansen", "0121470966", "N044")


def test_an_account_in_the_supplementary_line_is_that_of_the_other_party():
    assert row("2603310331C1,N102EREF\nNL56 AGDH 9619 0084 21", "x").payer_account == "NL56AGDH9619008421"
    assert row("2603310331C1,N102EREF\nNL56AGDH9619008422", "x").payer_account == ""


def test_subfields_are_the_lines_of_the_text_as_the_bank_broke_them():
    taken = credit(
        "166?00GUTSCHRIFT?109248?20EREF+EndToEndId TFNR 22 004?21 00001?22S",
        "VWZ+Invoice 47?2311?30BANKDEFF?31DE1?32KARL",
    )
    assert taken.text == ("EREF+EndToEndId TFNR 22 004", " 00001", "SVWZ+Invoice 47", "11")
    assert taken.end_to_end == "EndToEndId TFNR 22 004 00001"
    assert (taken.payer_name, taken.payer_account) == ("KARL", "DE1")
    assert (taken.additional, taken.code) == ("GUTSCHRIFT\n9248", "NTRF/166")


def test_a_full_subfield_breaks_words_and_a_short_one_ends_them():
    full = "A" * 27
    assert credit(f"166?32{full}?33BC").payer_name == full + "BC"
    assert credit("166?32Nobel?33AB").payer_name == "Nobel AB"
    assert credit(f"166?20EREF+{full[5:]}?21BC?22SVWZ+X").end_to_end == full[5:] + "BC"
    assert credit("166?20EREF+PO-77?21another text").end_to_end == "PO-77"


def test_a_code_may_stand_in_the_middle_and_be_broken_itself():
    taken = credit(
        "835?20EREF+ 1234567890123 PAYPAL?21MREF+ 12AB234CD6E7F CRED+ A?2224B12CDE0000000000000034 S?23VWZ+ X"
    )
    assert (taken.end_to_end, taken.mandate) == ("1234567890123 PAYPAL", "12AB234CD6E7F")


def test_the_references_of_a_direct_debit_are_read():
    taken = debit("105?20EREF+NOTPROVIDED?21MREF+M-7?22KREF+BATCH-1?23OAMT+9,50?24COAM+0,50?34992")
    assert (taken.end_to_end, taken.mandate, taken.batch_reference) == ("", "M-7", "BATCH-1")
    assert (taken.original, taken.charges) == (Money("9.50", "EUR"), Money("0.50", "EUR"))
    assert taken.returned is None


def test_a_sixtieth_subfield_goes_on_only_from_the_last_of_the_twenties():
    full = "EREF+" + "1" * 22
    assert credit(f"166?20{full}?60ABWA").end_to_end == "1" * 22
    assert credit(f"166?29{full}?6023").end_to_end == "1" * 22 + "23"


def test_an_iban_goes_before_an_account_number():
    assert credit("166?314711?38DE89370400440532013000").payer_account == "DE89370400440532013000"
    assert credit("166?20IBAN+DE89 3704?21SVWZ+x").payer_account == "DE893704"


def test_the_other_party_of_money_out_is_the_payee():
    taken = debit("177?20SVWZ+rent?31DE1?32Landlord")
    assert (taken.payer_name, taken.payer_account) == ("", "")
    assert (taken.payee_name, taken.payee_account) == ("Landlord", "DE1")


@pytest.mark.parametrize(
    ("stated", "reason"), [("914", "MS03"), ("903", "AC06"), ("901", "AC01"), ("912", "MD06"), ("905", "905")]
)
def test_a_returned_direct_debit_takes_back_what_its_debtor_paid(stated, reason):
    taken = debit(f"109?00RETOURE?20EREF+E-1?21MREF+M-1?32Debtor?31DE1?34{stated}")
    assert (taken.reversal, taken.credit, taken.returned) == (True, False, Returned(reason, "", "E-1"))
    assert (taken.payer_name, taken.payer_account, taken.payee_name) == ("Debtor", "DE1", "")


def test_a_returned_transfer_brings_our_money_back():
    taken = credit("159?00RETOURE?20EREF+R-1?21SVWZ+closed, AC04?32Payee")
    assert (taken.reversal, taken.credit, taken.returned) == (True, True, Returned("AC04", "", "R-1"))
    assert (taken.payee_name, taken.payer_name) == ("Payee", "")


def test_a_returned_item_is_a_return_whatever_its_text():
    assert row("2603310331D10,00NRTINONREF", "no code").returned == Returned()


def test_swift_codes_are_read_across_the_lines():
    taken = debit(
        "/TRTP/SEPA INCASSO/CSID/NL01/NAME/CONTRA ACCOUN",
        "T HOLDER/MARF/M-1/IBAN/NL56AGDH9619008421/EREF/E-1/RTRN/MD06/",
    )
    assert (taken.mandate, taken.end_to_end, taken.returned) == ("M-1", "E-1", Returned("MD06", "", "E-1"))
    assert (taken.payer_name, taken.payer_account) == ("CONTRA ACCOUNT HOLDER", "NL56AGDH9619008421")


def test_slashes_in_a_text_are_no_codes():
    assert credit("INVOICE/NAME/4711").payer_name == ""
    assert credit("/REMI/see /abc/ and /NAMES/").payer_name == ""


def test_the_amount_as_ordered_and_its_charges_stand_behind_codes():
    taken = row("2603310331C10,00NTRFNONREF\n/OCMT/USD12,5//CHGS/EUR0,5/", "plain")
    assert (taken.original, taken.charges) == (Money("12.50", "USD"), Money("0.50", "EUR"))
    assert row("2603310331C10,00NTRFNONREF\n/OCMT/EUR10,//CHGS/none/").original is None


def test_several_texts_belong_to_one_line():
    text = statement(line("260331C1,NMSCNONREF", "first") + "\n:86:second", closing="1")
    assert read_mt940(text.encode())[0].transactions[0].text == ("first", "second")


def test_notes_of_the_bank_are_lines_of_the_text():
    text = statement(line("260331C1,NMSCNONREF") + "\n:NS:01purpose\n17booking", closing="1")
    assert read_mt940(text.encode())[0].transactions[0].text == ("01purpose", "17booking")


@pytest.mark.parametrize("sign", ["\u202e", "\x7f", "\x9b"])
def test_a_sign_that_deceives_is_replaced(sign):
    assert credit(f"166?20{sign}7?32Evil{sign}Corp").payer_name == "Evil\ufffdCorp"
    assert credit(f"166?20{sign}7").text == ("\ufffd7",)
