"""Evidence: what a payment says about who paid and what for, each kind a small function with a written weight."""

from otcore.reconciliation.spelling.citing import cited, skeleton

__all__ = ["cited", "skeleton"]
