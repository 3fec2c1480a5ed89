"""`otcore match`: what is typed, what is printed and written, and the exit status."""

import csv
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from otcore.cli.tables import MOST
from tests.cli.typed import Typed, otcore

ITEMS = [
    {"number": f"INV-2026-{number}", "customer": customer, "open": open_, "currency": "EUR", "issued": "2026-03-02"}
    for number, customer, open_ in (
        ("1041", "C1", "120.00"),
        ("1042", "C1", "77.31"),
        ("1043", "C2", "119.00"),
        ("1044", "C2", "119.00"),
        ("1045", "C2", "533.20"),
    )
]
CUSTOMERS = [
    {"id": "C1", "name": "Acupuncture Clinic North", "ibans": ["DE89370400440532013000"]},
    {"id": "C2", "name": "Physio Lindner", "ibans": ["DE75512108001245126199"]},
]
ONE = {
    "id": "P1",
    "amount": "77.31",
    "currency": "EUR",
    "day": "2026-03-20",
    "payer_name": "Acupuncture Clinic North",
    "iban": "DE89370400440532013000",
    "text": "INV-2026-1042",
}
TWIN = {
    **ONE,
    "id": "P2",
    "amount": "119.00",
    "payer_name": "Physio Lindner",
    "iban": "DE75512108001245126199",
    "text": "",
}
STRANGER = {**ONE, "id": "P3", "amount": "41.17", "payer_name": "Nobody", "iban": "", "text": "hello"}
STATEMENT = b""":20:T1
:25:37040044/0532013000
:28C:1/1
:60F:C260319EUR0,00
:61:2603200320C77,31NTRFNONREF//B1
:86:166?00CREDIT?20INV-2026-1042?31DE89370400440532013000?32ACUPUNCTURE CLINIC NORTH
:62F:C260320EUR77,31
-
"""


def lines(*rows: dict[str, Any]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "items.jsonl").write_text(lines(*ITEMS))
    (tmp_path / "customers.jsonl").write_text(lines(*CUSTOMERS))
    (tmp_path / "payments.jsonl").write_text(lines(ONE, TWIN, STRANGER))
    return tmp_path


def match(folder: Path, *more: object, payments: str = "payments.jsonl") -> Typed:
    files = ("--open-items", folder / "items.jsonl", "--payments", folder / payments)
    return otcore("match", *files, "--customers", folder / "customers.jsonl", "--out", folder / "out", *more)


def outcomes(typed: Typed) -> dict[str, str]:
    return {each["payment"]: each["outcome"] for each in json.loads(typed.out)["decisions"]}


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_what_is_certain_is_posted_and_the_rest_left_with_its_reasons(folder: Path):
    typed = match(folder)
    assert (typed.status, typed.err) == (0, "")
    words = " ".join(typed.out.split())
    assert "Posted Payment Payer Amount What" in words
    assert "P1 Acupuncture Clinic North €77.31 INV-2026-1042" in words
    assert "? INV-2026-1043" in words
    assert ", or 1 other" in words
    assert "P3 Nobody €41.17" in words
    assert f"The review list is {folder / 'out' / 'review.html'}" in typed.out


def test_results_are_written_for_machines_and_for_people(folder: Path):
    match(folder)
    out = folder / "out"
    assert [(row["payment"], row["number"], row["cash"]) for row in table(out / "allocations.csv")] == [
        ("P1", "INV-2026-1042", "77.31")
    ]
    assert [row["payment"] for row in table(out / "review.csv")] == ["P2", "P2", "P3"]
    decisions = [json.loads(line) for line in (out / "allocations.jsonl").read_text().splitlines()]
    assert [each["outcome"] for each in decisions] == ["posted", "suggested", "unmatched"]
    assert decisions[0]["posted"]["allocations"][0]["closes"] == {"amount": "77.31", "currency": "EUR"}
    assert "Physio Lindner" in (out / "review.html").read_text(encoding="utf-8")


def test_the_evidence_is_told_with_its_place(folder: Path):
    typed = match(folder, "--json")
    (found,) = [each for each in json.loads(typed.out)["decisions"][0]["posted"]["findings"] if "span" in each]
    span = found["span"]
    assert span["line"] == 0
    assert ONE["text"][span["start"] : span["end"]] == found["said"]


def test_json_says_all_in_one_object(folder: Path):
    said = json.loads(match(folder, "--json").out)
    assert (said["payments"], said["failures"]) == (3, [])
    assert said["posted"] == {"count": 1, "sums": [{"amount": "77.31", "currency": "EUR"}]}
    assert said["written"] == ["allocations.jsonl", "allocations.csv", "review.csv", "review.html"]


def test_the_same_files_give_the_same_bytes_whatever_the_order_of_their_lines(folder: Path):
    match(folder)
    before = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    (folder / "payments.jsonl").write_text(lines(STRANGER, TWIN, ONE))
    (folder / "items.jsonl").write_text(lines(*reversed(ITEMS)))
    match(folder)
    assert {path.name: path.read_bytes() for path in (folder / "out").iterdir()} == before


def test_what_is_posted_is_not_paid_again(folder: Path):
    again = {**ONE, "id": "P9", "day": "2026-03-21"}
    (folder / "payments.jsonl").write_text(lines(ONE, again))
    assert outcomes(match(folder, "--json"))["P9"] != "posted"


def test_a_bank_statement_is_known_by_its_content(folder: Path):
    (folder / "bank.txt").write_bytes(STATEMENT)
    said = json.loads(match(folder, "--json", payments="bank.txt").out)
    assert [(each["outcome"], each["day"]) for each in said["decisions"]] == [("posted", "2026-03-20")]


def test_a_row_that_two_statements_have_is_one_payment(folder: Path):
    (folder / "bank.txt").write_bytes(STATEMENT + STATEMENT.replace(b":28C:1/1", b":28C:2/1"))
    assert json.loads(match(folder, "--json", payments="bank.txt").out)["payments"] == 1


def test_a_packed_file_is_read_too(folder: Path):
    (folder / "bank.gz").write_bytes(gzip.compress(STATEMENT))
    assert json.loads(match(folder, "--json", payments="bank.gz").out)["posted"]["count"] == 1


def test_a_mapping_says_how_a_bank_writes_its_csv(folder: Path):
    (folder / "bank.csv").write_text("Tag;Betrag;Name;Zweck\n20.03.2026;77,31;Clinic;INV-2026-1042\n")
    mapping = {
        "booked": "Tag",
        "amount": "Betrag",
        "name": "Name",
        "text": ["Zweck"],
        "day": "%d.%m.%Y",
        "decimal": ",",
        "delimiter": ";",
        "account": "DE89370400440532013000",
        "currency": "EUR",
    }
    (folder / "bank.json").write_text(json.dumps(mapping))
    said = json.loads(match(folder, "--json", "--mapping", folder / "bank.json", payments="bank.csv").out)
    assert (said["payments"], said["failures"]) == (1, [])


def test_columns_of_other_names_are_given(folder: Path):
    (folder / "payments.csv").write_text("Betrag;Buchung;Zweck\n77,31;2026-03-20;INV-2026-1042\n")
    given = ("payments.amount=Betrag", "payments.day=Buchung", "payments.text=Zweck")
    options = [word for each in given for word in ("--column", each)]
    typed = match(folder, "--json", "--decimal-comma", "--currency", "EUR", *options, payments="payments.csv")
    assert typed.status == 1
    assert "MONEY_FORMAT" in typed.err
    (folder / "items.jsonl").write_text(lines(*({**each, "open": each["open"].replace(".", ",")} for each in ITEMS)))
    typed = match(folder, "--json", "--decimal-comma", "--currency", "EUR", *options, payments="payments.csv")
    assert list(outcomes(typed)) == ["row 2"]


def test_integers_are_minor_units_when_asked_for(folder: Path):
    (folder / "payments.jsonl").write_text(lines({**ONE, "amount": 7731}))
    assert match(folder).status == 1
    said = json.loads(match(folder, "--json", "--minor-units").out)
    assert said["posted"]["sums"] == [{"amount": "77.31", "currency": "EUR"}]


def test_a_policy_is_read_as_json(folder: Path):
    (folder / "payments.jsonl").write_text(lines({**ONE, "amount": "77.30"}))
    (folder / "policy.json").write_text(json.dumps({"usual": {"tolerance": [{"amount": "0.01", "currency": "EUR"}]}}))
    typed = match(folder, "--json", "--policy", folder / "policy.json")
    (part,) = json.loads(typed.out)["decisions"][0]["posted"]["allocations"]
    assert part["adjustments"] == [{"why": "rounding", "amount": "0.01", "currency": "EUR"}]


def test_a_policy_with_a_fault_says_where(folder: Path):
    (folder / "policy.json").write_text('{"usual": {"grace_days": "3"}}')
    typed = match(folder, "--policy", folder / "policy.json")
    assert typed.status == 1
    assert f"{folder / 'policy.json'}, /usual/grace_days" in typed.err


def test_a_payment_that_cannot_be_read_is_told_and_the_others_are_decided(folder: Path):
    (folder / "payments.jsonl").write_text(lines(ONE, {**TWIN, "amount": 119.5}))
    typed = match(folder)
    assert typed.status == 1
    assert f"✗ {folder / 'payments.jsonl'}, line 2 amount, payment: MONEY_NOT_TEXT" in typed.out
    said = json.loads(match(folder, "--json").out)
    assert said["posted"]["count"] == 1
    assert [(each["place"], each["code"]) for each in said["failures"]] == [("line 2 amount", "MONEY_NOT_TEXT")]


@pytest.mark.parametrize("name", ["items.jsonl", "customers.jsonl"])
def test_without_an_open_item_or_a_customer_nothing_is_decided(folder: Path, name: str):
    with (folder / name).open("a") as file:
        file.write("{}\n")
    typed = match(folder)
    assert typed.status == 1
    assert f"✗ {folder / name}, line " in typed.err
    assert "could not be read, so nothing is decided" in typed.err
    assert not (folder / "out").exists()


def test_where_no_payment_can_be_read_nothing_is_written(folder: Path):
    (folder / "payments.jsonl").write_text("{}\n")
    assert match(folder).status == 1
    assert not (folder / "out").exists()


def test_no_payments_are_no_failure(folder: Path):
    (folder / "payments.csv").write_text("amount,day\n")
    typed = match(folder, payments="payments.csv")
    assert typed.status == 0
    assert "The review list" not in typed.out


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--column", "items.open"), "--column items.open: say it like items.open=Restbetrag"),
        (("--column", "rows.open=Rest"), "files are items, payments, customers"),
        (("--column", "items.color=Farbe"), "facts of items are id, number"),
        (("--language", "xx-nowhere"), "--language xx-nowhere"),
        (("--currency", "EUX"), "--currency EUX"),
        (("--policy", "nowhere.json"), "nowhere.json is not a file"),
    ],
)
def test_bad_use_is_told_before_anything_is_read(folder: Path, more: tuple[str, ...], said: str):
    typed = match(folder, *more)
    assert typed.status == 2
    assert said in typed.err


def test_long_tables_show_a_part_and_say_so(folder: Path):
    (folder / "payments.jsonl").write_text(lines(*({**STRANGER, "id": f"P{at}"} for at in range(MOST + 2))))
    assert "... and 2 more; the files have all." in match(folder).out


def test_of_many_items_that_are_paid_some_are_named(folder: Path):
    items = [{**ITEMS[0], "number": f"INV-2026-205{at}", "open": f"{100 + 7 * at}.0{at}"} for at in range(6)]
    (folder / "items.jsonl").write_text(lines(*ITEMS, *items))
    text = ", ".join(each["number"] for each in items)
    (folder / "payments.jsonl").write_text(lines({**ONE, "amount": "705.15", "text": text}))
    assert "and 2 more by invoice numbers" in " ".join(match(folder).out.split())


def test_without_a_file_of_customers_they_go_by_what_the_open_items_call_them(folder: Path):
    named = [{**each, "Kunde": each.pop("customer"), "Firma": "Physio Lindner"} for each in map(dict, ITEMS)]
    (folder / "items.jsonl").write_text(lines(*named))
    files = ("--open-items", folder / "items.jsonl", "--payments", folder / "payments.jsonl", "--out", folder / "out")
    columns = (
        "--column",
        "items.customer=Kunde",
        "--column",
        "items.customer_name=Firma",
        "--column",
        "items.open=open",
    )
    typed = otcore("match", *files, *columns)
    assert typed.status == 0
    assert "Physio Lindner" in (folder / "out" / "review.csv").read_text()


def test_an_account_is_learned_where_the_policy_says_so_and_that_is_told(folder: Path):
    (folder / "payments.jsonl").write_text(
        lines({**ONE, "iban": "FR1420041010050500013M02606"}, {**STRANGER, "iban": ""})
    )
    (folder / "policy.json").write_text('{"usual": {"learns": true}}')
    taught, other = json.loads(match(folder, "--json", "--policy", folder / "policy.json").out)["decisions"]
    assert taught["learned"] == "FR1420041010050500013M02606"
    assert "learned" not in other
    assert "learned" not in json.loads(match(folder, "--json").out)["decisions"][0]


ADVICE = {
    "id": "A1",
    "payer": "Physio Lindner",
    "payment_reference": "RUN-20260320",
    "day": "2026-03-19",
    "total": {"amount": "638.31", "currency": "EUR"},
    "lines": [
        {"document": number, "paid": {"amount": amount, "currency": "EUR"}}
        for number, amount in (("INV-2026-1043", "105.11"), ("INV-2026-1045", "533.20"))
    ],
}
OTHERS = [{**each, "open": "105.11"} if each["number"] == "INV-2026-1043" else each for each in ITEMS]
ADVISED = {**TWIN, "id": "P7", "amount": "638.31", "end_to_end": "RUN-20260320"}


def advised(folder: Path, *advices: dict[str, Any]) -> list[dict[str, Any]]:
    (folder / "advices.json").write_text(json.dumps({"remittance_advices": advices}))
    said: list[dict[str, Any]] = json.loads(match(folder, "--json", "--advices", folder / "advices.json").out)[
        "decisions"
    ]
    return said


def test_a_remittance_advice_explains_its_payment(folder: Path):
    (folder / "items.jsonl").write_text(lines(*OTHERS))
    (folder / "payments.jsonl").write_text(lines(ADVISED))
    (said,) = advised(folder, ADVICE)
    assert (said["outcome"], said["rule"]) == ("posted", "REMITTANCE_ADVICE")
    assert [part["number"] for part in said["posted"]["allocations"]] == ["INV-2026-1043", "INV-2026-1045"]


def test_an_advice_is_used_once(folder: Path):
    (folder / "items.jsonl").write_text(lines(*OTHERS))
    (folder / "payments.jsonl").write_text(lines(ADVISED, {**ADVISED, "id": "P8", "day": "2026-03-21"}))
    assert [each["outcome"] == "posted" for each in advised(folder, ADVICE)] == [True, False]


def test_an_advice_that_does_not_fit_is_the_best_rival(folder: Path):
    (folder / "payments.jsonl").write_text(lines({**ADVISED, "amount": "640.00"}))
    (said,) = advised(folder, ADVICE)
    assert said["outcome"] == "suggested"
    assert said["rivals"][0]["rule"] == "REMITTANCE_ADVICE"
    assert "SUM_DIFFERS" in said["reasons"]


def test_of_several_advices_none_is_taken(folder: Path):
    (folder / "payments.jsonl").write_text(lines(ADVISED))
    (said,) = advised(folder, ADVICE, {**ADVICE, "id": "A2"})
    assert "REMITTANCE_ADVICE" not in {each["rule"] for each in said["rivals"]}
