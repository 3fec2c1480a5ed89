"""From what a form says to a PDF/A-3: typst sets it, without network, clock or packages."""

import json
import re
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

import attrs
from typst import Compiler, TypstError

from otcore.adapters.pdf.typeface import Typeface
from otcore.formats.invoices import InvoiceForm
from otcore.formats.visible import visible
from otcore.values.faults import Invalid

_NOT_SHOWN = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_CODE_POINT = re.compile(r"\\u\{([0-9a-f]+)\}")
_REPLACEMENT = "\ufffd"


def typeset(form: InvoiceForm, xml: bytes, day: date, typeface: Typeface) -> bytes:
    """The form as PDF/A-3a and PDF/UA-1 with the XML attached as `factur-x.xml`, an alternative of what is seen.

    Raises `Invalid` TYPEFACE_UNKNOWN, XML_ENCODING.
    """
    inputs = {"fonts": json.dumps(typeface.families), "xml": _text(xml)}
    return _set(_as_json(form), inputs, datetime(day.year, day.month, day.day, tzinfo=UTC), typeface)


def _set(form: str, inputs: dict[str, str], at: datetime, typeface: Typeface) -> bytes:
    """PDF/A has no place for text without glyphs: what typst names as such is replaced, and the form set again."""
    compiler = Compiler(_template(), font_paths=typeface.fonts, sys_inputs={**inputs, "form": form})
    try:
        pdf = compiler.compile(format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=at)
    except TypstError as error:
        unknown = _without_glyphs(error.diagnostic)
        if not unknown:
            raise
        return _set(form.translate(dict.fromkeys(unknown, _REPLACEMENT)), inputs, at, typeface)
    assert isinstance(pdf, bytes)  # one file, and not written to disk
    return pdf


def _as_json(form: InvoiceForm) -> str:
    """Text as it is shown; nothing but ASCII has a meaning in JSON, so what is beyond it can be replaced later."""
    return json.dumps(attrs.asdict(form, value_serializer=_shown), ensure_ascii=False)


def _shown(_owner: Any, _field: Any, value: Any) -> Any:
    return visible(value) if isinstance(value, str) else value


def _without_glyphs(diagnostic: str) -> set[int]:
    """The code points that no font can show, as typst names them: each as it is, or as `\\u{1f600}`."""
    said = "".join(_NOT_SHOWN.findall(diagnostic))
    escaped = {int(found, 16) for found in _CODE_POINT.findall(said)}
    return {point for point in escaped | set(map(ord, said)) if point > 0x7F and chr(point) != _REPLACEMENT}


def _text(xml: bytes) -> str:
    try:
        return xml.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Invalid.one("XML_ENCODING", "the XML to embed is not UTF-8", f"byte {error.start}") from None


@cache
def _template() -> bytes:
    return files("otcore.adapters.pdf").joinpath("invoice.typ").read_bytes()
