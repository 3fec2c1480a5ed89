"""Progress is for people who look."""

from io import StringIO

from rich.console import Console

from otcore.cli.progress import shown, silent, working


def test_a_terminal_shows_how_far_it_is():
    file = StringIO()
    console = Console(file=file, force_terminal=True, width=80)
    assert list(shown(console)(["a", "b"], "reading")) == ["a", "b"]
    assert "reading" in file.getvalue()
    assert "2/2" in file.getvalue()


def test_a_file_gets_nothing():
    file = StringIO()
    assert shown(Console(file=file)) is silent
    assert list(silent([1, 2], "reading")) == [1, 2]
    assert file.getvalue() == ""


def test_what_takes_long_is_said_on_a_terminal_only():
    seen, unseen = StringIO(), StringIO()
    with working(Console(file=seen, force_terminal=True), "computing"):
        pass
    with working(Console(file=unseen), "computing"):
        pass
    assert "computing" in seen.getvalue()
    assert unseen.getvalue() == ""
