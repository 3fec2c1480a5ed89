"""Faults of a profile for an invoice in a currency."""

from collections.abc import Iterator

from otcore.invoicing.profile import Profile
from otcore.values.decimals import EXACT
from otcore.values.faults import Fault


def profile_faults(profile: Profile, own: int, path: str) -> Iterator[Fault]:
    """A document prints no more decimals than its currency has (`own`), and rounds in cash to whole units of those."""
    printed = own if profile.digits is None else profile.digits
    if printed > own:
        yield Fault("PROFILE_DIGITS", f"the currency has {own} decimals, not {printed}", f"{path}/digits")
    if profile.increment is not None:
        units = EXACT.scaleb(profile.increment, printed)
        if units != units.to_integral_value():
            message = f"{profile.increment} is finer than the {printed} decimals that are printed"
            yield Fault("PROFILE_INCREMENT", message, f"{path}/increment")
