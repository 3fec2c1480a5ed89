"""The oldest dependencies promised are the ones that are tested."""

import importlib.metadata
import os
import re

import pytest

from tests.architecture import house

HARD = {"attrs", "pydantic", "python-dateutil", "babel"}
# Comes with `psycopg[binary]`, always in the same release.
COMPANIONS = {"psycopg-binary": "psycopg"}


def pinned() -> dict[str, str]:
    lines = (house.ROOT / "constraints" / "floors.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if line and not line.startswith("#"))


def promised() -> dict[str, str]:
    """The lower bounds that users get: hard dependencies and every extra but the development one."""
    project = house.pyproject()["project"]
    extras = {name: needs for name, needs in project["optional-dependencies"].items() if name != "dev"}
    needs = [need for needs in (project["dependencies"], *extras.values()) for need in needs]
    return dict(bound(need) for need in needs if not need.startswith("otcore["))


def bound(requirement: str) -> tuple[str, str]:
    found = re.fullmatch(r"([a-z0-9-]+)(?:\[[a-z]+\])?>=([0-9.]+)", requirement)
    assert found, f"{requirement}: a lower bound and nothing else is promised"
    return found[1], found[2]


def test_the_hard_dependencies_are_these_four():
    assert {bound(need)[0] for need in house.pyproject()["project"]["dependencies"]} == HARD


def test_every_lower_bound_is_the_release_that_is_tested():
    floors = {name: version for name, version in pinned().items() if name not in COMPANIONS}
    assert floors == promised()


@pytest.mark.parametrize(("companion", "leader"), COMPANIONS.items())
def test_a_companion_is_tested_in_the_release_of_its_leader(companion, leader):
    assert pinned()[companion] == pinned()[leader]


@pytest.mark.skipif("OTCORE_FLOORS" not in os.environ, reason="only the environment of `make floors` has the floors")
def test_the_floors_environment_has_exactly_the_floors():
    installed = {name: importlib.metadata.version(name) for name in pinned()}
    assert installed == pinned()
