"""The import-linter's contracts hold, and would break where they should."""

import shutil
import subprocess
import sys

import pytest

from tests.architecture import house

pytestmark = pytest.mark.oracle

# What a module may not do, and the contract that says so.
BREACHES = {
    "upward": ("values", "import otcore.ports", "lower lines"),
    "clock": ("orders", "import time", "no clock"),
    "input": ("invoicing", "from pathlib import Path", "no I/O"),
    "heavy": ("values", "import pydantic", "no heavy library"),
    "port": ("receivables", "from otcore.ports import errors", "lower lines"),
}


def lint(folder):
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path):
    """The library's Python files and its contracts, to be spoilt."""
    shutil.copytree(house.SOURCE, tmp_path / "otcore", ignore=shutil.ignore_patterns("__pycache__", "inbox"))
    shutil.copy(house.ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(("package", "statement", "contract"), BREACHES.values(), ids=BREACHES)
def test_a_breach_is_found(copy, package, statement, contract):
    (copy / "otcore" / package / "breach.py").write_text(f"{statement}\n", encoding="utf-8")
    linted = lint(copy)
    assert linted.returncode == 1
    assert any(contract in line and "BROKEN" in line for line in linted.stdout.splitlines())


def test_a_new_folder_off_the_house_is_found(copy):
    (copy / "otcore" / "gadgets").mkdir()
    (copy / "otcore" / "gadgets" / "__init__.py").touch()
    assert lint(copy).returncode == 1


def test_the_library_keeps_its_contracts(copy):
    linted = lint(copy)
    assert linted.returncode == 0, linted.stdout
