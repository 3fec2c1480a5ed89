"""Profiles by name. A host that needs another makes its own `Profile`."""

from collections.abc import Mapping
from types import MappingProxyType

from otcore.invoicing.profile import EN_16931, Level, Posting, Profile
from otcore.values.faults import Invalid

__all__ = ["EN_16931", "GOBL_CURRENCY", "GOBL_PRECISE", "HUNGARY", "OMAN", "PROFILES", "SWITZERLAND", "profile_named"]

GOBL_PRECISE = Profile(name="GOBL precise", level=Level.DOCUMENT, guard=2, removal=Level.LINE, gross=Posting.NET)
"""As GOBL calculates with rounding "precise": two decimals more, or those of the price, and totals rounded last."""

GOBL_CURRENCY = Profile(name="GOBL currency", guard=2, removal=Level.LINE, gross=Posting.NET)
"""As GOBL calculates with rounding "currency": lines are rounded; tax is taken out of each line's price alone."""

HUNGARY = Profile(name="Hungary", digits=0)
"""Whole forints, though ISO 4217 gives the currency two decimals."""

OMAN = Profile(name="Oman", digits=2)
"""Two decimals on the document, though ISO 4217 gives the rial three."""

SWITZERLAND = Profile(name="Switzerland", increment="0.05")
"""The payable amount in steps of five rappen, the difference in the rounding amount (BT-114)."""

PROFILES: Mapping[str, Profile] = MappingProxyType(
    {profile.name: profile for profile in (EN_16931, GOBL_CURRENCY, GOBL_PRECISE, HUNGARY, OMAN, SWITZERLAND)}
)
"""The profiles that have a name."""


def profile_named(name: str) -> Profile:
    """The profile of that name. Raises `Invalid` PROFILE_UNKNOWN."""
    if name in PROFILES:
        return PROFILES[name]
    raise Invalid.one("PROFILE_UNKNOWN", f"no profile is named {name[:40]!a}", known=", ".join(PROFILES))
