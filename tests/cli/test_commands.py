"""What is typed, what is printed, and the exit status."""

import json
import sys

import pytest

import otcore as library
from otcore.cli import lacking, main
from otcore.cli.folders import MAX_BYTES
from tests.cli.typed import otcore
from tests.journey.bad_documents import price
from tests.journey.inboxes import EXAMPLE, inbox_of, papers, put


@pytest.fixture
def inbox(tmp_path):
    return inbox_of(tmp_path / "inbox")


def run(inbox, tmp_path, *more):
    return otcore("run", inbox, "--out", tmp_path / "out", *more)


def test_the_version_is_the_librarys():
    assert otcore("--version").out == f"otcore {library.__version__}\n"


def test_without_a_command_the_help_is_shown():
    typed = otcore()
    assert "run" in typed.out
    assert "demo" in typed.out


@pytest.mark.parametrize("command", [["run"], ["demo"], ["store", "upgrade"]])
def test_every_command_explains_itself(command):
    typed = otcore(*command, "--help")
    assert typed.status == 0
    assert typed.out


def test_the_demo_shows_the_books_and_says_where_they_are(tmp_path):
    typed = otcore("demo", "--out", tmp_path / "out")
    assert (typed.status, typed.err) == (0, "")
    for word in ("Nordlicht Medizinbedarf", "INV-2026-000012", "credit limit exceeded", "DSO (90 days)", "39.7 days"):
        assert word in typed.out
    assert f"Written to {tmp_path / 'out'}" in typed.out
    assert f"The KPI page is {tmp_path / 'out' / 'kpi.html'}, the store {tmp_path / 'out' / 'otcore.db'}" in typed.out
    assert (tmp_path / "out" / "kpi.html").read_bytes().startswith(b"<!doctype html>")


def test_run_on_the_example_is_the_demo(tmp_path):
    otcore("demo", "--out", tmp_path / "demo", "--store", "memory:")
    otcore("run", EXAMPLE, "--out", tmp_path / "run", "--store", "memory:")
    assert papers(tmp_path / "run") == papers(tmp_path / "demo")


def test_json_is_one_object_and_nothing_else(inbox, tmp_path):
    typed = run(inbox, tmp_path, "--json")
    said = json.loads(typed.out)
    assert typed.err == ""
    assert said["documents"]["order"] == {"taken": 2, "recognised": 0, "failed": 0}
    assert [order["standing"] for order in said["orders"]] == ["closed", "confirmed"]
    assert said["invoices"][0]["open"] == "0.00"
    assert said["cash"][0]["applied"] == "2278.69"
    assert said["kpi"]["currencies"][0]["dso"]["days"] == "0.0"
    assert (said["written"], said["changed"]) == (len(papers(tmp_path / "out")),) * 2


def test_as_of_sets_the_day_of_the_figures(inbox, tmp_path):
    said = json.loads(run(inbox, tmp_path, "--json", "--as-of", "2026-03-31").out)
    assert said["as_of"] == said["kpi"]["as_of"] == "2026-03-31"
    assert said["kpi"]["currencies"][0]["open_balance"] == "2278.69"  # paid on 2026-04-02


def test_a_document_that_fails_is_named_and_the_status_is_1(inbox, tmp_path):
    put(inbox, "orders/bad.xml", price("NaN"))
    typed = run(inbox, tmp_path)
    assert typed.status == 1
    line = next(line for line in typed.out.splitlines() if "bad.xml" in line)
    assert line.startswith("✗ orders/bad.xml, line 106 /Order/cac:OrderLine[1]/")
    assert "NUMBER_NOT_FINITE" in line


def test_a_document_that_fails_is_in_the_json_too(inbox, tmp_path):
    put(inbox, "orders/bad.xml", price("NaN"))
    typed = run(inbox, tmp_path, "--json")
    (fault,) = json.loads(typed.out)["failures"]
    assert typed.status == 1
    assert (fault["file"], fault["code"]) == ("orders/bad.xml", "NUMBER_NOT_FINITE")
    assert fault["place"].startswith("line 106 ")


def test_a_file_too_large_to_look_at_is_named(inbox, tmp_path):
    with (inbox / "huge").open("wb") as huge:
        huge.truncate(MAX_BYTES + 1)
    typed = run(inbox, tmp_path)
    assert typed.status == 1
    assert "✗ huge: FILE_TOO_LARGE" in typed.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["run", "nowhere"], "nowhere is not a folder"),
        (["run", "{inbox}", "--as-of", "yesterday"], "--as-of yesterday: this is not a date"),
        (["run", "{inbox}", "--store", "mysql://here"], "STORE_URL"),
        (["run", "{inbox}", "--store", "{inbox}"], "cannot be opened"),
        (["run", "{inbox}", "--store", "postgresql://nobody@localhost:1/none"], "cannot be opened"),
        (["run", "{inbox}", "--out", "{inbox}/seller.json"], "cannot be the out folder"),
        (["run", "{inbox}/orders"], "has no seller document"),
        (["store", "upgrade", "{inbox}/none.db"], "STORE_MISSING"),
        (["run"], "Missing argument"),
        (["fly"], "No such command"),
    ],
)
def test_bad_use_ends_with_2_and_says_why(arguments, said, inbox, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    typed = otcore(*(argument.format(inbox=inbox) for argument in arguments))
    assert typed.status == 2
    assert said in typed.err
    assert typed.out == ""


def test_a_seller_document_that_is_not_understood_is_told(inbox, tmp_path):
    put(inbox, "seller.json", b'{"seller": {"name": "", "country": "DE"}}')
    typed = run(inbox, tmp_path)
    assert typed.status == 1
    assert "seller.json" in typed.err
    assert "NAME_EMPTY" in typed.err
    assert "has no seller document" in typed.err


def test_an_out_folder_that_cannot_be_written_ends_with_1(inbox, tmp_path):
    put(tmp_path / "out", "invoices", b"a file where a folder should be")
    typed = run(inbox, tmp_path)
    assert typed.status == 1
    assert "invoices" in typed.err


def test_a_store_of_this_release_is_up_to_date(inbox, tmp_path):
    run(inbox, tmp_path, "--store", tmp_path / "books.db")
    typed = otcore("store", "upgrade", tmp_path / "books.db")
    assert typed.out == f"{tmp_path / 'books.db'} is up to date (schema 1)\n"


def test_a_password_is_never_shown(inbox, tmp_path):
    typed = run(inbox, tmp_path, "--store", "postgresql://me:secret@localhost:1/none")
    assert "secret" not in typed.out + typed.err


def test_packages_that_are_missing_are_named(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "rich", None)
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 2
    assert capsys.readouterr().err == "otcore: the command line needs rich: pip install 'otcore[cli]'\n"
    assert lacking(("attrs",)) == ""


def test_the_entry_point_runs_the_command(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["otcore", "--version"])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith("otcore ")
