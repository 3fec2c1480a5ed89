"""Whose data it is."""

from typing import final

from attrs import field, frozen

from otcore.values.ids import identifier


def _tenant(text: str) -> str:
    return identifier(text, "tenant")


def _legal_entity(text: str) -> str:
    return identifier(text, "legal entity")


@final
@frozen
class Scope:
    """A tenant and one legal entity of it: part of every key, so that no two scopes ever mix.

    Raises `Invalid` ID_FORMAT.
    """

    tenant: str = field(converter=_tenant)
    legal_entity: str = field(converter=_legal_entity)
