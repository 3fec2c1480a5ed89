"""What the rules of EN 16931 call a VAT category: those of K are BR-IC-01 and on."""

from collections.abc import Mapping
from types import MappingProxyType

CATEGORY_RULES: Mapping[str, str] = MappingProxyType(
    {code: code for code in ("S", "Z", "E", "AE", "G", "O", "B")} | {"K": "IC", "L": "AF", "M": "AG"}
)
"""By category code (UNCL 5305)."""
