"""Putting files into a folder so that nobody ever sees half of one."""

import os
from pathlib import Path


def put(folder: Path, name: str, data: bytes) -> bool:
    """Write a file whole or not at all; whether it changed. One that has these bytes already is not touched."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    if path.is_file() and path.read_bytes() == data:
        part.unlink(missing_ok=True)  # what a killed run may have left
        return False
    part.write_bytes(data)
    os.replace(part, path)
    return True
