"""What a CII document says of itself: its rules, number, type, day and notes (BG-1, BG-2)."""

from typing import Any

from otcore.adapters.cii.reading.cursor import CiiCursor
from otcore.adapters.xml.records import each
from otcore.invoicing.references import SubjectNote
from otcore.invoicing.stating.notes import note_text, sorted_out


def read_context(context: CiiCursor) -> dict[str, Any]:
    """Which rules it follows (BT-24), and in which process it stands (BT-23)."""
    return context.record(
        dict,
        customization=lambda: context.words("ram:GuidelineSpecifiedDocumentContextParameter/ram:ID"),
        process=lambda: context.words("ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID"),
    )


def read_head(head: CiiCursor) -> dict[str, Any]:
    """Its number, type, day and notes. A note without words stays unread."""
    said: dict[str, Any] = head.record(
        dict,
        number=lambda: head.id("ram:ID"),
        type_code=lambda: head.required("ram:TypeCode"),
        issued=lambda: head.required_day("ram:IssueDateTime/udt:DateTimeString"),
        notes=lambda: _notes(head),
    )
    note, notes = said["notes"]
    return said | {"note": note, "notes": notes}


def _notes(head: CiiCursor) -> tuple[str, tuple[SubjectNote, ...]]:
    notes = [note for note in head.children("ram:IncludedNote") if note.peek("ram:Content")]
    return sorted_out(tuple([note_text(note) for note in each(notes, _note)]))


def _note(note: CiiCursor) -> SubjectNote:
    return note.record(
        SubjectNote, text=lambda: note.prose("ram:Content"), subject=lambda: note.words("ram:SubjectCode")
    )
