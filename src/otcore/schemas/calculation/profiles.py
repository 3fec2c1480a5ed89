"""A profile by its name, with what a request says otherwise."""

from attrs import asdict, evolve

from otcore.invoicing.profile import Profile
from otcore.invoicing.profiles import profile_named
from otcore.schemas.calculation.request import ProfileRequest


def profile_of(request: ProfileRequest) -> Profile:
    """The profile that is meant. Raises `Invalid` PROFILE_UNKNOWN and what a `Profile` raises."""
    said = {name: value for name, value in asdict(request).items() if name != "name" and value is not None}
    return evolve(profile_named(request.name), **said)
