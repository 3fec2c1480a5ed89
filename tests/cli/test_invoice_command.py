"""`otcore invoice`: what is typed, what is written, and the exit status."""

import sys

import pytest
from pypdf import PdfReader

from otcore.adapters.cii import write_invoice as write_cii
from otcore.adapters.ubl.invoice import write_invoice as write_ubl
from tests.cli.typed import otcore
from tests.invoicing.documents import invoice


@pytest.fixture
def ubl(tmp_path):
    (tmp_path / "ubl.xml").write_bytes(write_ubl(invoice()))
    return tmp_path / "ubl.xml"


@pytest.fixture
def cii(tmp_path):
    (tmp_path / "cii.xml").write_bytes(write_cii(invoice()).replace(b"\n", b"", 1))
    return tmp_path / "cii.xml"


def test_a_page_is_written_in_the_language_asked_for(ubl, tmp_path):
    out = tmp_path / "page.html"
    typed = otcore("invoice", ubl, "--out", out, "--language", "nl")
    assert (typed.status, typed.out.replace("\n", "")) == (0, str(out))
    assert '<html lang="nl">' in out.read_text(encoding="utf-8")


def test_without_a_language_it_is_english(ubl, tmp_path):
    assert otcore("invoice", ubl, "--out", tmp_path / "page.HTML").status == 0
    assert "Amount due" in (tmp_path / "page.HTML").read_text(encoding="utf-8")


def test_a_pdf_has_the_cii_invoice_inside_as_it_was(cii, tmp_path):
    assert otcore("invoice", cii, "--out", tmp_path / "a.pdf").status == 0
    assert PdfReader(tmp_path / "a.pdf").attachments["factur-x.xml"] == [cii.read_bytes()]


def test_a_pdf_of_a_ubl_invoice_has_it_inside_as_cii(ubl, tmp_path):
    assert otcore("invoice", ubl, "--out", tmp_path / "a.pdf").status == 0
    assert b"CrossIndustryInvoice" in PdfReader(tmp_path / "a.pdf").attachments["factur-x.xml"][0]


def test_what_is_no_invoice_is_told_and_nothing_is_written(tmp_path):
    (tmp_path / "order.xml").write_bytes(b"<Order/>")
    typed = otcore("invoice", tmp_path / "order.xml", "--out", tmp_path / "a.html")
    assert typed.status == 1
    assert "KIND_UNKNOWN" in typed.err
    assert not (tmp_path / "a.html").exists()


def test_a_folder_that_is_not_there_is_trouble(ubl, tmp_path):
    typed = otcore("invoice", ubl, "--out", tmp_path / "none" / "a.html")
    assert typed.status == 1
    assert "a.html: No such file or directory" in "".join(typed.err.splitlines())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nothing.xml", "--out", "a.html"), "nothing.xml is not a file"),
        (("{file}", "--out", "a.docx"), "ends with .html or .pdf"),
        (("{file}", "--out", "a.html", "--language", "klingon"), "--language klingon"),
    ],
)
def test_bad_use_is_told(ubl, arguments, said):
    typed = otcore("invoice", *(each.format(file=ubl) for each in arguments))
    assert typed.status == 2
    assert said in " ".join(typed.err.split())


@pytest.mark.parametrize("package", ["typst", "facturx"])
def test_without_the_extra_a_pdf_says_what_to_install(ubl, tmp_path, monkeypatch, package):
    monkeypatch.setitem(sys.modules, package, None)
    typed = otcore("invoice", ubl, "--out", tmp_path / "a.pdf")
    assert typed.status == 2
    assert "pip install 'otcore[cli,pdf]'" in typed.err
