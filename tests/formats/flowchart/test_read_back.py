"""Mermaid's and BPMN's own libraries read the charts, where Node is installed. They are installed into build/charts."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from otcore.formats.flowchart import bpmn, mermaid
from otcore.formats.flowchart.gateways import gated
from tests.formats.flowchart.charts import charts

HERE = Path(__file__).parent / "drawn"
PLACE = Path(__file__).parents[3] / "build" / "charts"


@pytest.fixture(scope="module")
def reader() -> Path:
    """The script beside its libraries."""
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip("Node is not installed: Mermaid's and BPMN's own libraries cannot read the charts")
    PLACE.mkdir(parents=True, exist_ok=True)
    package = (HERE / "package.json").read_bytes()
    there = PLACE / "package.json"
    if not there.is_file() or there.read_bytes() != package or not (PLACE / "installed").is_file():
        there.write_bytes(package)
        command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
        done = subprocess.run(command, cwd=PLACE, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"Mermaid's and BPMN's own libraries cannot be installed: {done.stderr.strip()[:200]}")
        (PLACE / "installed").touch()
    shutil.copy(HERE / "read.mjs", PLACE)
    return PLACE / "read.mjs"


# All in one: two workers would install at once.
@pytest.mark.oracle
@pytest.mark.slow
def test_the_libraries_that_draw_charts_find_in_them_what_they_hold(reader, tmp_path):
    files: dict[str, dict[str, object]] = {}
    for name, chart in charts().items():
        groups = len({node.group for node in chart.nodes if node.group})
        text, file = tmp_path / f"{name}.mmd", tmp_path / f"{name}.bpmn"
        text.write_text(mermaid(chart), encoding="utf-8")
        file.write_bytes(bpmn(chart))
        counts = {"nodes": len(chart.nodes), "edges": len(chart.edges), "groups": groups, "warnings": []}
        files[str(text)] = counts
        nodes, edges = len(gated(chart).nodes), len(gated(chart).edges)
        drawn = {"shapes": nodes + groups, "lines": edges, "root": "bpmn:Definitions"}
        files[str(file)] = {**counts, "nodes": nodes, "edges": edges, **drawn}
    done = subprocess.run(["node", str(reader), *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == files
