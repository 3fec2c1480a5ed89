"""`otcore check`: what is typed, what is printed, and the exit status."""

import json

import pytest

from otcore.adapters.stated import read_stated
from otcore.cli.check_words import MEANING
from otcore.cli.tables import MOST
from otcore.invoicing.checking import check
from otcore.invoicing.checking.difference import INVALIDATING
from tests.adapters.stated.documents import cii, due, totals, ubl
from tests.cli.typed import otcore

TAXES = (
    '<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">25.00</cbc:TaxAmount><cac:TaxSubtotal><cbc:TaxableAmount>100.00'
    "</cbc:TaxableAmount><cbc:TaxAmount>25.00</cbc:TaxAmount><cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>25"
    "</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>"
)
SUMS = totals(
    "<cbc:LineExtensionAmount>100.00</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount>100.00</cbc:TaxExclusiveAmount>",
    "<cbc:TaxInclusiveAmount>125.00</cbc:TaxInclusiveAmount><cbc:PayableAmount>125.00</cbc:PayableAmount>",
)
LINE = (
    "<cac:InvoiceLine><cbc:InvoicedQuantity>2</cbc:InvoicedQuantity><cbc:LineExtensionAmount>100.00"
    "</cbc:LineExtensionAmount><cac:Item><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent>"
    "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item><cac:Price>"
    "<cbc:PriceAmount>50.00</cbc:PriceAmount></cac:Price></cac:InvoiceLine>"
)
GOOD = ubl("<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>\n", TAXES, "\n", SUMS, "\n", LINE)
OFF = GOOD.replace(b">125.00</cbc:PayableAmount>", b">125.01</cbc:PayableAmount>")
SLACK = GOOD.replace(b"<cbc:PriceAmount>50.00<", b"<cbc:PriceAmount>50.01<")
LACKING = GOOD.replace(b"<cbc:PayableAmount>125.00</cbc:PayableAmount>", b"")


@pytest.fixture
def folder(tmp_path):
    files = {"good.xml": GOOD, "off.xml": OFF, "slack.xml": SLACK, "lacking.XML": LACKING, "bad.xml": b"<!DOCTYPE a>"}
    for name, data in {**files, "notes.txt": b"not looked at", "below/good.xml": GOOD}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def said(typed):
    """The objects of a run with --json, by file name."""
    return {line["file"].rpartition("/")[2]: line for line in map(json.loads, typed.out.splitlines())}


def test_an_exact_invoice_is_a_line_and_status_0(folder):
    typed = otcore("check", folder / "good.xml")
    assert (typed.status, typed.out, typed.err) == (0, f"✓ {folder / 'good.xml'}: UBL invoice, exact\n", "")


def test_a_difference_is_shown_with_rule_line_figures_and_what_the_rule_says(folder):
    typed = otcore("check", folder / "off.xml")
    assert typed.status == 1
    assert f"✗ {folder / 'off.xml'}: UBL invoice, differs, 1 difference" in typed.out
    (row,) = [line for line in typed.out.splitlines() if "BR-CO-16" in line]
    assert " ".join(row.split()) == "BR-CO-16 3 125.01 125.00 amount due = total with VAT - prepaid + rounding"


def test_a_missing_figure_is_shown_with_the_place_where_it_would_stand(folder):
    typed = otcore("check", folder / "lacking.XML")
    assert "UBL invoice, invalid, 2 differences" in typed.out
    (row,) = [line for line in typed.out.splitlines() if "BR-15" in line]
    assert " ".join(row.split()) == "BR-15 - - cac:LegalMonetaryTotal/cbc:PayableAmount: amount due is missing"


def test_of_several_lines_the_one_is_named(tmp_path):
    (tmp_path / "two.xml").write_bytes(
        GOOD.replace(b"</Invoice>", LINE.encode().replace(b">2<", b">3<") + b"</Invoice>")
    )
    assert "InvoiceLine[2]: net amount of a line = quantity" in otcore("check", tmp_path / "two.xml").out


def test_an_unreadable_file_says_why(folder):
    typed = otcore("check", folder / "bad.xml")
    assert typed.status == 1
    assert f"✗ {folder / 'bad.xml'}: unreadable\n  line 1 column 1: XML_DOCTYPE a document type" in typed.out


def test_json_is_one_object_a_line_in_the_order_given(folder):
    typed = otcore("check", folder / "off.xml", folder / "good.xml", folder / "bad.xml", "--json")
    path = "/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount"
    assert typed.status == 1
    assert list(map(json.loads, typed.out.splitlines())) == [
        {
            "file": str(folder / "off.xml"),
            "syntax": "UBL",
            "verdict": "differs",
            "differences": [{"rule": "BR-CO-16", "path": path, "stated": "125.01", "calculated": "125.00"}],
        },
        {"file": str(folder / "good.xml"), "syntax": "UBL", "verdict": "exact", "differences": []},
        {
            "file": str(folder / "bad.xml"),
            "syntax": None,
            "verdict": "unreadable",
            "differences": [{"rule": "XML_DOCTYPE", "path": "line 1 column 1", "stated": None, "calculated": None}],
        },
    ]


def test_what_is_missing_is_null(folder):
    (found,) = said(otcore("check", folder / "lacking.XML", "--json")).values()
    assert found["verdict"] == "invalid"
    assert [(each["rule"], each["stated"], each["calculated"]) for each in found["differences"]] == [
        ("BR-15", None, None),
        ("BR-CO-16", None, "125.00"),
    ]


def test_the_tolerance_is_strict_unless_it_is_said(folder):
    assert otcore("check", folder / "slack.xml").status == 1
    assert otcore("check", folder / "slack.xml", "--tolerance", "strict").status == 1
    assert otcore("check", folder / "slack.xml", "--tolerance", "official").status == 0


def test_another_tolerance_is_bad_use(folder):
    assert otcore("check", folder / "good.xml", "--tolerance", "lax").status == 2


def test_a_folder_is_every_xml_in_and_below_it(folder):
    typed = otcore("check", folder, "--json")
    names = [json.loads(line)["file"] for line in typed.out.splitlines()]
    expected = ("bad.xml", "below/good.xml", "good.xml", "lacking.XML", "off.xml", "slack.xml")
    assert names == [(folder / name).as_posix() for name in expected]


def test_several_files_end_with_how_many_there_are_of_each_verdict(folder):
    last = otcore("check", folder).out.splitlines()[-1]
    assert last == "6 documents, strict tolerance: 2 exact, 2 differ, 1 invalid, 1 unreadable"


def test_a_pattern_that_no_shell_has_followed_is_followed(folder):
    names = said(otcore("check", folder / "*.xml", "--json"))
    assert set(names) == {"bad.xml", "good.xml", "off.xml", "slack.xml"}


def test_a_file_that_is_named_twice_is_checked_once(folder):
    assert len(otcore("check", folder / "good.xml", folder / "good.xml", folder, "--json").out.splitlines()) == 6


def test_a_file_is_checked_whatever_it_is_called(folder):
    (folder / "invoice [1].dat").write_bytes(GOOD)
    assert otcore("check", folder / "invoice [1].dat").status == 0


def test_cii_is_told_from_ubl(tmp_path):
    (tmp_path / "cii.xml").write_bytes(cii())
    assert said(otcore("check", tmp_path / "cii.xml", "--json"))["cii.xml"]["syntax"] == "CII"
    assert "CII invoice, invalid" in otcore("check", tmp_path / "cii.xml").out


def test_files_that_are_not_there_are_named_and_nothing_is_checked(folder):
    (folder / "empty").mkdir()
    missing = folder / "none.xml", folder / "*.edi", folder / "empty"
    typed = otcore("check", folder / "good.xml", *missing)
    assert (typed.status, typed.out) == (2, "")
    assert typed.err == (
        f"otcore: {missing[0]}: there is no such file or folder; {missing[1]}: there is no such file or folder; "
        f"{missing[2]}: there is no .xml file in this folder\n"
    )


def test_without_a_file_the_command_explains_itself():
    assert "FILE..." in otcore("check").out


def test_long_lists_are_shortened_for_people_only(tmp_path):
    figures = "".join(f"<cac:InvoiceLine>{due('x')}</cac:InvoiceLine>" for _ in range(MOST))
    (tmp_path / "long.xml").write_bytes(ubl(figures))
    typed = otcore("check", tmp_path / "long.xml")
    (found,) = said(otcore("check", tmp_path / "long.xml", "--json")).values()
    assert f"and {len(found['differences']) - MOST} more; --json has all" in typed.out


def test_many_exact_files_are_only_counted(tmp_path):
    for number in range(MOST + 1):
        (tmp_path / f"{number}.xml").write_bytes(GOOD)
    (tmp_path / "off.xml").write_bytes(OFF)
    out = otcore("check", tmp_path).out
    assert "✓" not in out
    assert out.count("✗") == 1
    assert out.splitlines()[-1] == f"{MOST + 2} documents, strict tolerance: {MOST + 1} exact, 1 differs"


def test_what_a_document_writes_cannot_act_on_the_terminal(tmp_path):
    (tmp_path / "odd.xml").write_bytes(ubl(due("\u202e[bold]1")))
    out = otcore("check", tmp_path / "odd.xml").out
    assert "\ufffd[bold]1" in out


def test_every_rule_that_a_document_can_break_has_its_meaning(cases):
    rows = (cases / "invoices/rule_assertions.jsonl").read_text(encoding="utf-8").splitlines()
    snippets = [json.loads(row)["xml"].encode() for row in rows]
    broken = {difference.rule for snippet in snippets for difference in check(read_stated(snippet))}
    assert broken | INVALIDATING <= set(MEANING)
