"""The files of an inbox."""

import os
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from otcore.values.faults import Invalid

MAX_BYTES = 64 * 2**20
"""What is larger is not even read into memory; the readers have bounds of their own below this."""


@frozen
class InboxFile:
    """A file of an inbox. `name` is its path inside the inbox, with "/" on every system."""

    name: str
    path: Path

    def read(self) -> bytes:
        """Its bytes. Raises `Invalid` NOT_A_FILE, FILE_TOO_LARGE, FILE_UNREADABLE."""
        try:
            return self._bytes()
        except OSError as error:
            raise Invalid.one("FILE_UNREADABLE", error.strerror or type(error).__name__) from None

    def _bytes(self) -> bytes:
        if not self.path.is_file():
            raise Invalid.one("NOT_A_FILE", "this is neither a file nor a folder")
        size = self.path.stat().st_size
        if size > MAX_BYTES:
            raise Invalid.one("FILE_TOO_LARGE", f"{size} bytes are more than the {MAX_BYTES} that are read")
        return self.path.read_bytes()


def files_in(inbox: Path, *besides: Path) -> tuple[InboxFile, ...]:
    """Every file in a folder and the folders in it, by name; not hidden ones, nor what is in `besides`."""
    skipped = frozenset(path.resolve() for path in besides)
    return tuple(sorted(_files(inbox, skipped), key=lambda file: file.name))


def _files(inbox: Path, skipped: frozenset[Path]) -> Iterator[InboxFile]:
    for folder, folders, names in os.walk(inbox):
        here = Path(folder)
        folders[:] = [name for name in folders if _visible(name) and (here / name).resolve() not in skipped]
        for name in filter(_visible, names):
            path = here / name
            if path.resolve() not in skipped:
                yield InboxFile(path.relative_to(inbox).as_posix(), path)


def _visible(name: str) -> bool:
    return not name.startswith(".")
