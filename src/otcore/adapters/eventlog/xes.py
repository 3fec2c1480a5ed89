"""XES (IEEE Std 1849-2016) as XML: a trace for each case, an event for each step.

The standard's schema has no namespace, and wants extensions, globals and classifiers before all else.
"""

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from otcore.adapters.eventlog.moments import moment
from otcore.process.chart.cases import Step, Trace

_EXTENSIONS = (
    ("Concept", "concept", "http://www.xes-standard.org/concept.xesext"),
    ("Time", "time", "http://www.xes-standard.org/time.xesext"),
    ("Organizational", "org", "http://www.xes-standard.org/org.xesext"),
    ("Lifecycle", "lifecycle", "http://www.xes-standard.org/lifecycle.xesext"),
)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xes(traces: Iterable[Trace]) -> bytes:
    """The traces as a file. A sign that XML cannot carry is written as U+FFFD. The same traces give the same bytes."""
    return "\n".join(_lines(traces)).encode()


def _lines(traces: Iterable[Trace]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<log xes.version="1849.2016" xes.features="">'
    for name, prefix, uri in _EXTENSIONS:
        yield f'  <extension name="{name}" prefix="{prefix}" uri="{uri}"/>'
    yield '  <global scope="trace">'
    yield f"    {_string('concept:name', '')}"
    yield "  </global>"
    yield '  <global scope="event">'
    yield f"    {_string('concept:name', '')}"
    yield '    <date key="time:timestamp" value="1970-01-01T00:00:00.000000+00:00"/>'
    yield f"    {_string('org:resource', '')}"
    yield f"    {_string('lifecycle:transition', 'complete')}"
    yield "  </global>"
    yield '  <classifier name="Activity" scope="event" keys="concept:name"/>'
    yield f"  {_string('lifecycle:model', 'standard')}"
    for trace in traces:
        yield "  <trace>"
        yield f"    {_string('concept:name', trace.case)}"
        for step in trace.steps:
            yield from _event(step)
        yield "  </trace>"
    yield "</log>\n"


def _event(step: Step) -> Iterator[str]:
    yield "    <event>"
    yield f"      {_string('concept:name', step.activity)}"
    yield f'      <date key="time:timestamp" value="{moment(step.at)}"/>'
    yield f"      {_string('org:resource', step.actor)}"
    yield f"      {_string('lifecycle:transition', 'complete')}"
    yield f"      {_string('fact', step.fact)}"
    yield "    </event>"


def _string(key: str, value: str) -> str:
    return f'<string key="{key}" value={quoteattr(_NOT_XML.sub("�", value))}/>'
