"""The words of a payment with the evidence in them underlined."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from otcore.formats.cash_application.matched import Matching
from otcore.formats.cash_application.words import FINDINGS, said
from otcore.formats.markup import Markup, join, tag
from otcore.reconciliation.decision import Finding, Proposal, Span

ELSEWHERE = -1
"""The line of a span that lies in another field than the text."""

Marked = tuple[Span, Finding]
"""A place in a line, and what rests on it."""


def marked_lines(lines: Sequence[str], rivals: Iterable[Proposal], matching: Matching) -> tuple[Markup, ...]:
    """Each line; where explanations rest on a part of it, that part is marked and says for what."""
    found = tuple(dict.fromkeys(finding for rival in rivals for finding in rival.findings if finding.span))
    return tuple(_line(number, line, found, matching) for number, line in enumerate(lines))


def marked_field(text: str, rivals: Iterable[Proposal], matching: Matching) -> Markup:
    """A field beside the text, marked as a whole where explanations rest on it."""
    found = [
        each
        for rival in rivals
        for each in rival.findings
        if each.span and each.span.line == ELSEWHERE and each.said and each.said in text
    ]
    return tag("mark", text, title=_title(found, matching)) if found else join(text)


def _line(number: int, line: str, findings: Sequence[Finding], matching: Matching) -> Markup:
    """Cut at every end of a span, so that spans may lie over each other."""
    here = [(span, each) for each in findings for span in each.spans if span.line == number]
    edges = {0, len(line)}
    for span, _ in here:
        edges |= {min(span.start, len(line)), min(span.end, len(line))}
    return join(*_pieces(line, sorted(edges), here, matching))


def _pieces(line: str, edges: Sequence[int], found: Sequence[Marked], matching: Matching) -> Iterator[Markup]:
    for start, end in pairwise(edges):
        here = [each for span, each in found if span.start <= start and end <= span.end]
        piece = line[start:end]
        yield tag("mark", piece, title=_title(here, matching)) if here else join(piece)


def _title(findings: Sequence[Finding], matching: Matching) -> str:
    return ", ".join(dict.fromkeys(f"{said(FINDINGS, each.kind)}: {matching.called(each.about)}" for each in findings))
