"""Text from outside, safe to show: nothing in it acts on the page, the terminal or the direction of other text."""

import re

# Controls but tab and newline, embeddings, overrides and isolates of the writing direction, lone surrogates (no file
# can hold them), line separators, what HTML and XML cannot carry.
_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def visible(text: str) -> str:
    """The text with every such sign replaced by U+FFFD, so that it is seen that something was there."""
    return _ACTING.sub("\ufffd", text)
