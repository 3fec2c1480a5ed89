"""What a user installs has everything the code needs beside it."""

import re
import subprocess
import sys
import zipfile

import pytest

from tests.architecture import house

pytestmark = pytest.mark.oracle


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=house.ROOT,
        check=True,
        capture_output=True,
    )
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        yield archive


def test_the_wheel_has_every_file_of_the_package_and_nothing_else(wheel):
    kept = {name for name in wheel.namelist() if name.startswith("otcore/")}
    assert kept == {name.removeprefix("src/") for name in house.files("src/otcore")}
    assert [name for name in wheel.namelist() if not re.match(r"otcore(-[0-9.]+\.dist-info)?/", name)] == []


def test_the_wheel_says_it_is_typed_and_under_which_licence(wheel):
    names = wheel.namelist()
    assert "otcore/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_offers_the_command(wheel):
    entry_points = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert "otcore = otcore.cli:main" in wheel.read(entry_points).decode()
