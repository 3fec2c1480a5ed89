"""Why somebody did what others will ask about."""

from otcore.values.faults import Invalid


def require_reason(reason: str) -> None:
    """Raises `Invalid` REASON_MISSING: who reads it later has nothing else."""
    if not reason.strip():
        raise Invalid.one("REASON_MISSING", "say why", "/reason")
