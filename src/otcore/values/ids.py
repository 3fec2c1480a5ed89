"""Text from the outside: identifiers, and free text."""

import re
from unicodedata import category, normalize

from otcore.values.faults import Invalid

_ID_LIMIT = 100
_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Unicode's default-ignorable signs that are not of category Cf (fillers, joiners, variation selectors), and what XML
# 1.0 cannot carry.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\ufffe\uffff\U000e0100-\U000e01ef]"
)
# Control signs but tab and newline, embeddings and overrides of the writing direction, lone surrogates, what XML 1.0
# cannot carry.
_HOSTILE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def identifier(text: str, what: str = "id") -> str:
    """The identifier in Unicode normal form C. `what` names it in messages.

    Raises `Invalid` ID_FORMAT when it is empty, longer than 100 characters, begins or ends with a blank, or holds a
    sign that is not seen (control, format, direction, lone surrogate, default-ignorable): two ids that look alike to
    the eye must not differ by those.
    """
    if text.isascii() and text.isprintable() and 0 < len(text) <= _ID_LIMIT and text[0] != " " and text[-1] != " ":
        return text
    if len(text) <= 4 * _ID_LIMIT:  # beyond, even decomposed it could not fit
        text = normalize("NFC", text)
    reason = _fault_of_id(text)
    if reason:
        raise Invalid.one("ID_FORMAT", f"{what} {text[:40]!a} {reason}", what=what)
    return text


def text(value: str, what: str, limit: int = 500) -> str:
    """Free text in Unicode normal form C, with line ends as newlines; it may be empty.

    Raises `Invalid` TEXT_TOO_LONG beyond `limit` characters, TEXT_FORMAT for control signs other than tab and newline,
    overrides of the writing direction, lone surrogates.
    """
    if len(value) <= limit and value.isascii() and value.isprintable():
        return value
    if len(value) > 4 * limit:  # even decomposed it could not fit; normalise no more than that
        raise _too_long(what, limit)
    folded = normalize("NFC", value.replace("\r\n", "\n"))
    if len(folded) > limit:
        raise _too_long(what, limit)
    hostile = _HOSTILE.search(folded)
    if hostile:
        raise Invalid.one("TEXT_FORMAT", f"{what} holds the sign {hostile.group()!a}", what=what)
    return folded


def _fault_of_id(text: str) -> str:
    if not text:
        return "is empty"
    if len(text) > _ID_LIMIT:
        return f"is longer than {_ID_LIMIT} characters"
    if text != text.strip():
        return "begins or ends with a blank"
    if _UNSEEN.search(text) or any(category(sign) in _UNSEEN_CATEGORIES for sign in text):
        return "holds a sign that is not seen"
    return ""


def _too_long(what: str, limit: int) -> Invalid:
    return Invalid.one("TEXT_TOO_LONG", f"{what} is longer than {limit} characters", what=what, limit=limit)
