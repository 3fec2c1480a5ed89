"""How near a run of digits comes to a number: a digit more, less or another, two swapped, the end cut off."""

from collections.abc import Iterable, Sequence

from otcore.reconciliation.evidence.pieces import Piece
from otcore.reconciliation.evidence.weights import NUMBER_EDITED, NUMBER_HEAD, NUMBER_SWAPPED

_SHORTEST = 5
_JOINED = 4


def runs(found: Sequence[Piece]) -> list[tuple[str, int, int]]:
    """Every run of digits, alone and joined with the next ones: digits, start, end."""
    joined = []
    for first, piece in enumerate(found):
        digits = ""
        for last in range(first, min(first + _JOINED, len(found))):
            other = found[last]
            if last > first and not other.loose:
                break
            digits += other.digits
            if len(digits) >= _SHORTEST:
                joined.append((digits, piece.start, other.end))
    return joined


def nearest(said: Iterable[tuple[str, int, int]], number: str, tail: str) -> tuple[int, int, int] | None:
    """What the nearest of these runs weighs for a number, and where it stands; None: none comes near."""
    best = None
    for digits, start, end in said:
        if len(digits) - 1 > len(number):  # longer than the number, so longer than its tail
            continue
        weight = max(nearness(digits, number), nearness(digits, tail) if tail != number else 0)
        if weight and (best is None or weight > best[0]):
            best = weight, start, end
    return best


def nearness(said: str, number: str) -> int:
    """What a run of digits that is not the number weighs for it; 0: nothing."""
    missing = len(number) - len(said)
    if len(said) < _SHORTEST or not -1 <= missing < len(NUMBER_HEAD):
        return 0
    if missing > 0 and number.startswith(said):
        return NUMBER_HEAD[missing]
    if missing > 1:
        return 0
    same, ending = _common(said, number)
    if missing:
        return NUMBER_EDITED if same + ending >= min(len(said), len(number)) else 0
    if same + ending >= len(number) - 1:
        return NUMBER_EDITED
    swapped = same + ending == len(number) - 2 and said[same : same + 2] == number[same : same + 2][::-1]
    return NUMBER_SWAPPED if swapped else 0


def _common(one: str, other: str) -> tuple[int, int]:
    """How many signs are the same from the front, and from the back of what is left."""
    least = min(len(one), len(other))
    front = 0
    while front < least and one[front] == other[front]:
        front += 1
    back = 0
    while back < least - front and one[-1 - back] == other[-1 - back]:
        back += 1
    return front, back
