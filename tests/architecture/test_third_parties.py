"""A heavy or optional library is imported only by what needs it."""

import re
import sys

import pytest

from tests.architecture import house

# Which packages may import a library. One that is not listed may not be imported at all.
ALLOWED = {
    "attrs": ("",),
    "dateutil": ("",),
    "babel": ("formats",),
    "cattrs": ("adapters.sql",),
    "facturx": ("adapters.pdf",),
    "hypothesis": ("testing",),
    "lxml": ("adapters.statements", "adapters.ubl", "adapters.xml"),
    "narwhals": ("adapters.frames",),
    "psycopg": ("adapters.sql",),
    "pydantic": ("schemas",),
    "pydantic_core": ("schemas",),  # comes with pydantic
    "pytest": ("testing",),
    "rich": ("cli",),
    "sepaxml": ("adapters.sepa",),
    "simpy": ("simulation",),
    "sqlalchemy": ("adapters.sql",),
    "typer": ("cli",),
    "typst": ("adapters.pdf",),
}
# Libraries whose package has another name than what is imported.
PACKAGES = {"python-dateutil": "dateutil", "factur-x": "facturx"}


def third_parties(module):
    roots = {name.partition(".")[0] for name in house.imported(module)}
    return roots - set(sys.stdlib_module_names) - {"otcore"}


def is_inside(module: str, package: str) -> bool:
    return package == "" or module == package or module.startswith(f"{package}.")


@pytest.mark.parametrize("module", house.modules(), ids=house.dotted)
def test_a_module_imports_only_libraries_its_place_allows(module):
    name = house.dotted(module)
    strays = [lib for lib in third_parties(module) if not any(is_inside(name, place) for place in ALLOWED.get(lib, ()))]
    assert strays == []


def test_every_dependency_has_a_place():
    project = house.pyproject()["project"]
    extras = [need for name, needs in project["optional-dependencies"].items() if name != "dev" for need in needs]
    names = {re.split(r"[^a-z-]", need)[0] for need in [*project["dependencies"], *extras]} - {"otcore"}
    assert {PACKAGES.get(name, name) for name in names} == set(ALLOWED) - {"pydantic_core"}
