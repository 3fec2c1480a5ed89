"""The repository works anywhere: no path of one machine, no address of a registry."""

import re

from tests.architecture import house

HOME = re.compile(r"(?<![\w.:/}<-])/(?:home|root|Users|work|tmp/v)/\w")
REGISTRY = re.compile(r"index-url|pypi\.org|pythonhosted|find-links", re.IGNORECASE)


def places(pattern: re.Pattern[str], names: list[str]) -> list[str]:
    """`file:line` of each match, in text files."""
    found = []
    for name in names:
        lines = (house.ROOT / name).read_text(encoding="utf-8", errors="replace").splitlines()
        found += [f"{name}:{number}" for number, line in enumerate(lines, 1) if pattern.search(line)]
    return found


def test_no_file_names_a_path_of_one_machine():
    assert places(HOME, house.files()) == []


def test_no_build_file_names_a_registry():
    files = ["Makefile", "pyproject.toml", ".ci/run", "constraints/floors.txt"]
    assert places(REGISTRY, files) == []


def test_a_path_of_one_machine_would_be_noticed():
    assert HOME.search("see " + "/home" + "/me/otcore")
    assert not HOME.search("https://example.com" + "/home" + "/me")
