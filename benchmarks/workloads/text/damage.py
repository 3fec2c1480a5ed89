"""What happens to one document number on its way: lost zeros, swapped digits, letters read as digits, and more."""

from collections.abc import Callable

from benchmarks.workloads.chance import Chance

Damage = Callable[[Chance, str], str]

CONFUSED = {"0": "O", "1": "I", "5": "S", "8": "B", "2": "Z", "O": "0", "I": "1", "S": "5", "B": "8"}


def _digit_places(number: str) -> list[int]:
    return [at for at, each in enumerate(number) if each.isdigit()]


def _changed(number: str, at: int, by: str, length: int = 1) -> str:
    return number[:at] + by + number[at + length :]


def drop(chance: Chance, number: str) -> str:
    """A digit is missing."""
    return _changed(number, chance.one(_digit_places(number)), "")


def substitute(chance: Chance, number: str) -> str:
    """A digit is another."""
    at = chance.one(_digit_places(number))
    return _changed(number, at, str((int(number[at]) + chance.number(1, 9)) % 10))


def swap(chance: Chance, number: str) -> str:
    """Two neighbours have changed places."""
    at = chance.number(0, len(number) - 2)
    return _changed(number, at, number[at + 1] + number[at], 2)


def double(chance: Chance, number: str) -> str:
    """A digit stands twice."""
    at = chance.one(_digit_places(number))
    return _changed(number, at, number[at] * 2)


def misread(chance: Chance, number: str) -> str:
    """A character that looks like another."""
    places = [at for at, each in enumerate(number) if each in CONFUSED]
    if not places:
        return number
    at = chance.one(places)
    return _changed(number, at, CONFUSED[number[at]])


def spaces(chance: Chance, number: str) -> str:
    """Blanks inside."""
    at = chance.number(1, len(number) - 1)
    return _changed(number, at, " ", 0)


def bare(chance: Chance, number: str) -> str:
    """Letters and digits only."""
    return "".join(each for each in number if each.isalnum())


def other_separator(chance: Chance, number: str) -> str:
    """Another character where the separators are."""
    by = chance.one((" ", ".", "_", "/", "-"))
    return "".join(each if each.isalnum() else by for each in number)


def small(chance: Chance, number: str) -> str:
    """Lower case."""
    return number.lower()


def zeros(chance: Chance, number: str) -> str:
    """Zeros in front of the last run of digits are lost."""
    end = len(number.rstrip("0123456789"))
    return number[:end] + (number[end:].lstrip("0") or "0")


def more_zeros(chance: Chance, number: str) -> str:
    """Filled with zeros in front."""
    return "0" * chance.number(1, 4) + number


def last_part(chance: Chance, number: str) -> str:
    """Only the last run of letters and digits."""
    at = max((at for at, each in enumerate(number) if not each.isalnum()), default=-1)
    return number[at + 1 :]


def head_cut(chance: Chance, number: str) -> str:
    """The first characters are missing."""
    return number[chance.number(1, 2) :]


def tail_cut(chance: Chance, number: str) -> str:
    """The last character is missing."""
    return number[:-1]


DAMAGES: dict[str, Damage] = {
    "drop": drop, "sub": substitute, "swap": swap, "double": double, "O0": misread, "spaces": spaces, "bare": bare,
    "sep": other_separator, "case": small, "zeros": zeros, "more_zeros": more_zeros, "prefix": last_part,
    "trunc_head": head_cut, "trunc_tail": tail_cut,
}  # fmt: skip
