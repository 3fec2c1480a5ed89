"""A store in memory: for tests, notebooks and what-if runs. It keeps every promise of the port but durability."""

from otcore.adapters.memory.store import MemoryStore

__all__ = ["MemoryStore"]
