"""What every store refuses alike."""

from otcore.values.faults import Invalid, Rejected

KEY_LIMIT = 255
"""The longest idempotency key, in characters."""


def claimable(key: str) -> str:
    """The key, if it has 1 to 255 characters; else `Invalid` KEY_LENGTH."""
    if 1 <= len(key) <= KEY_LIMIT:
        return key
    raise Invalid.one("KEY_LENGTH", f"an idempotency key has 1 to {KEY_LIMIT} characters, not {len(key)}")


def same_fingerprint(key: str, stored: str, given: str) -> None:
    """`Rejected` KEY_REUSED when a key comes again with something else."""
    if stored != given:
        raise Rejected("KEY_REUSED", key=key)
