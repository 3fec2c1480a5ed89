"""Classes that hold objects of themselves, as a line holds its sub-lines."""

from collections.abc import Callable
from typing import Any

Hook = Callable[..., Any]


def once_a_class(make: Callable[[Any], Hook]) -> Callable[[Any], Hook]:
    """The maker of hooks, called once a class.

    Asked again for a class whose hook is still being made, it gives a hook that finds the made one when it is called.
    """
    hooks: dict[Any, Hook] = {}

    def made(of: Any) -> Hook:
        def later(*given: Any) -> Any:
            return hooks[of](*given)

        if of not in hooks:
            hooks[of] = later
            hooks[of] = make(of)
        return hooks[of]

    return made
