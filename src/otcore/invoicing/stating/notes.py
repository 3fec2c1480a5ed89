"""Notes of an invoice (BG-1): texts, with a code of what each is about where that is said."""

import re

from otcore.invoicing.references import SubjectNote

_CODED = re.compile(r"#([A-Z]{3})#(.*)", re.DOTALL)


def coded_note(text: str) -> SubjectNote:
    """The note that a text stands for: "#AAI#text" is about AAI (UNCL 4451), as CEN/TS 16931-3-2 writes BT-21."""
    coded = _CODED.fullmatch(text)
    return SubjectNote(coded[2], coded[1]) if coded else SubjectNote(text)


def note_text(note: SubjectNote) -> str:
    """The text that stands for a note; see `coded_note`."""
    return f"#{note.subject}#{note.text}" if note.subject else note.text


def sorted_out(texts: tuple[str, ...]) -> tuple[str, tuple[SubjectNote, ...]]:
    """The note of a document and its further notes: the first is the document's own, unless it is about a subject."""
    notes = tuple([note for note in map(coded_note, texts) if note.text.strip()])
    if notes and not notes[0].subject:
        return notes[0].text, notes[1:]
    return "", notes
