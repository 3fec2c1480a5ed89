"""A bank statement as the payments: every entry is decided on, or counted where it is no money that came in."""

import json
from pathlib import Path
from typing import Any

from tests.cli.typed import otcore

STATEMENT = b"""
:20:STARTUMS
:25:DE89370400440532013000
:28C:00007/001
:60F:C260330EUR100,00
:61:2603310331CR119,00NTRFNONREF//B1
:86:166?00GUTSCHRIFT?20EREF+PO-77?21SVWZ+INV-77?32Nobel AB
%b:61:2603310331DR19,00NMSCNONREF//B4
:86:177?00GEBUEHR?20SVWZ+fees
:62F:C260331EUR%s,00
-
"""
BOUNCED = b":61:2603310331DR119,00NRTINONREF//B3\n:86:109?00RETOURE?20EREF+PO-77?21SVWZ+INV-77?32Nobel AB\n"
ITEM = "number,customer,customer_name,open,currency,issued,due\nINV-77,C-1,Nobel AB,119.00,EUR,2026-03-01,2026-03-31\n"


def matched(folder: Path, rows: bytes, closing: bytes, *more: str) -> Any:
    (folder / "items.csv").write_text(ITEM)
    (folder / "bank.sta").write_bytes(STATEMENT % (rows, closing))
    files = ("--open-items", folder / "items.csv", "--payments", folder / "bank.sta", "--out", folder / "out")
    return otcore("match", *files, *more)


def test_what_is_no_money_that_came_in_is_counted(tmp_path: Path):
    assert "1 entry of the statement: our own payments, or not booked" in matched(tmp_path, b"", b"200").out
    said = json.loads(matched(tmp_path, b"", b"200", "--json").out)
    assert (said["payments"], said["posted"]["count"], said["set_aside"]) == (1, 1, 1)


def test_what_came_in_and_was_taken_back_pays_nothing(tmp_path: Path):
    said = json.loads(matched(tmp_path, BOUNCED, b"81", "--json").out)
    assert {tuple(each["reasons"]) for each in said["decisions"]} == {("RETURNED",), ("REVERSAL",)}
    assert said["unmatched"]["sums"] == [{"amount": "0.00", "currency": "EUR"}]


def test_evidence_that_the_bank_broke_has_all_its_places(tmp_path: Path):
    (tmp_path / "items.csv").write_text(ITEM)
    paid = {"id": "P1", "amount": "119.00", "currency": "EUR", "day": "2026-03-31", "payer_name": "Nobel AB"}
    (tmp_path / "paid.json").write_text(json.dumps([paid | {"text": ["WITH MANY THANKS FOR IT INV", "-77"]}]))
    files = ("--open-items", tmp_path / "items.csv", "--payments", tmp_path / "paid.json", "--out", tmp_path / "out")
    said = json.loads(otcore("match", *files, "--json").out)
    (found,) = [each for each in said["decisions"][0]["posted"]["findings"] if each["kind"] == "NUMBER"]
    assert (found["span"], found["more"]) == (
        {"line": 0, "start": 24, "end": 27},
        [{"line": 1, "start": 0, "end": 3}],
    )
