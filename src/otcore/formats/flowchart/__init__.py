"""Flow charts as text that others draw: Mermaid, Graphviz DOT, and BPMN 2.0 with its drawing."""

from otcore.formats.flowchart.bpmn import bpmn
from otcore.formats.flowchart.dot import dot
from otcore.formats.flowchart.mermaid import mermaid

__all__ = ["bpmn", "dot", "mermaid"]
