"""References that go to the bank and come back on its statement: which ones it passes on as they are."""

import re

_REFERENCE = re.compile(r"(?!/)(?!.*//)[A-Za-z0-9+?/\-:().,' ]{1,35}(?<!/)")
"""The signs that banks pass on in references (EPC217-08), without a slash at an end or two in a row."""


def passes(reference: str) -> bool:
    """Whether banks pass a reference on as it is: at most 35 signs of their set."""
    return _REFERENCE.fullmatch(reference) is not None and reference == reference.strip()
