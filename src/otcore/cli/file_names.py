"""Names of files that are made from ids, which may come from anybody: safe on every system, and never the same."""

import re
from hashlib import sha256

_SAFE = re.compile(r"[A-Za-z0-9.-]")
_LONGEST = 120
_UNFIT_FIRST = (".", "-")  # a hidden file, or one that looks like an option
# Devices on Windows, whatever the extension.
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


def file_name(*parts: str) -> str:
    """Parts of an id as one name, joined by "_"; different parts give different names.

    Letters of ASCII, digits, "." and "-" stay, anything else becomes "%XX" of its UTF-8 bytes, so no name leads to
    another folder. Names that are hidden, reserved or too long get the beginning of a hash.
    """
    name = "_".join(map(_escaped, parts))
    if len(name) > _LONGEST or name[:1] in _UNFIT_FIRST or name.endswith(".") or _RESERVED.fullmatch(name):
        digest = sha256(name.encode()).hexdigest()[:12]
        return f"{name[:_LONGEST].strip('.-')}~{digest}"
    return name


def _escaped(part: str) -> str:
    return "".join(sign if _SAFE.match(sign) else _percent(sign) for sign in part)


def _percent(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "surrogatepass"))
