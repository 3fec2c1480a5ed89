"""The folders are the glossary, in the declared order."""

import pytest

from tests.architecture import house

PROMISED = {"orders", "invoicing", "payments", "reconciliation", "kpi", "ports", "values", "workflows", "schemas"}
# Names that say nothing of what is inside.
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "base", "common", "misc"}


def contract(name: str) -> dict:
    contracts = house.pyproject()["tool"]["importlinter"]["contracts"]
    return next(found for found in contracts if found["id"] == name)


def test_every_package_stands_on_a_line_of_the_house():
    assert house.packages() <= {name for line in house.LINES for name in line}


@pytest.mark.parametrize("package", sorted(PROMISED))
def test_the_rooms_that_others_look_for_exist(package):
    assert package in house.packages()


def test_the_import_linter_knows_the_same_lines():
    declared = [line.replace("(", "").replace(")", "") for line in contract("layers")["layers"]]
    assert [tuple(line.split(" | ")) for line in declared] == list(house.LINES)
    assert contract("layers")["exhaustive"]


def test_the_purity_contract_covers_every_domain_package_that_exists():
    existing = {f"otcore.{name}" for name in house.packages() & house.DOMAIN}
    assert set(contract("pure")["source_modules"]) == existing


def test_no_module_has_an_empty_name():
    assert [
        module for module in house.modules() if module.stem in EMPTY_NAMES or module.parent.name in EMPTY_NAMES
    ] == []


def test_no_module_is_longer_than_400_lines():
    lengths = {house.dotted(module): len(module.read_text(encoding="utf-8").splitlines()) for module in house.modules()}
    assert {name: lines for name, lines in lengths.items() if lines > 400} == {}


def test_every_package_is_importable_code_and_not_a_namespace():
    folders = {module.parent for module in house.modules()}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []
