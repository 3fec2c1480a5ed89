"""The built-in policies: everyone may do everything, or roles say who may do what."""

from collections import Counter
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from otcore.access.asked import Asked, Refusal
from otcore.access.role import Grant, Role, covering
from otcore.access.rules import RULES, AccessRule
from otcore.values.faults import Fault, Invalid


def everyone(asked: Asked) -> Refusal | None:
    """No restriction: the host decides before it calls."""
    return None


def _copied(people: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {actor: tuple(names) for actor, names in people.items()}


@frozen(kw_only=True)
class RolePolicy:
    """Roles, and who has which: `people` gives role names by actor, `others` those of everybody who is not named.

    `rules` are tried in turn, and may be extended. Raises `Invalid` ROLE_TWICE, ROLE_UNKNOWN.
    """

    roles: tuple[Role, ...]
    people: Mapping[str, tuple[str, ...]] = field(converter=_copied, hash=False)
    others: tuple[str, ...] = ()
    rules: tuple[AccessRule, ...] = RULES

    def __attrs_post_init__(self) -> None:
        faults = tuple(self._faults())
        if faults:
            raise Invalid(*faults)

    def __call__(self, asked: Asked) -> Refusal | None:
        """The first rule's refusal; None: the actor may."""
        grants = covering(self.grants(asked.actor), asked)
        refusals = (rule(asked, grants) for rule in self.rules)
        return next((refusal for refusal in refusals if refusal), None)

    def grants(self, actor: str) -> tuple[Grant, ...]:
        """Everything the actor's roles allow."""
        names = self.people.get(actor, self.others)
        return tuple(grant for role in self.roles if role.name in names for grant in role.grants)

    def _faults(self) -> Iterator[Fault]:
        known = Counter(role.name for role in self.roles)
        for name, times in known.items():
            if times > 1:
                yield Fault("ROLE_TWICE", f"role {name!r} is there {times} times", "/roles")
        for path, names in (
            *((f"/people/{actor}", names) for actor, names in self.people.items()),
            ("/others", self.others),
        ):
            for name in names:
                if name not in known:
                    yield Fault("ROLE_UNKNOWN", f"there is no role {name!r}", path)
