"""Document stores: in memory, and in a folder of files."""

from otcore.adapters.documents.folder import FolderDocuments
from otcore.adapters.documents.memory import MemoryDocuments

__all__ = ["FolderDocuments", "MemoryDocuments"]
