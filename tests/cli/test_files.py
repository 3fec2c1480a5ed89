"""Looking into an inbox, and putting files into an out folder."""

import os
from pathlib import PosixPath

import pytest

from otcore.cli.folders import MAX_BYTES, InboxFile, files_in
from otcore.cli.putting import put
from otcore.values.faults import Invalid


class Unreadable(PosixPath):
    """A file that the system does not let us read."""

    def read_bytes(self):
        raise PermissionError(13, "Permission denied")


def refused(file: InboxFile) -> str:
    with pytest.raises(Invalid) as caught:
        file.read()
    return str(caught.value)


def test_files_are_found_in_folders_by_name_and_hidden_ones_are_not(tmp_path):
    for name in ("b/2.xml", "b/1.xml", "a.json", ".hidden", ".git/x", "skip/3.xml"):
        put(tmp_path, name, b"")
    assert [file.name for file in files_in(tmp_path, tmp_path / "skip")] == ["a.json", "b/1.xml", "b/2.xml"]


def test_what_is_no_file_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "lost").symlink_to(tmp_path / "nowhere")
    assert [refused(file) for file in files_in(tmp_path)] == ["NOT_A_FILE this is neither a file nor a folder"] * 2


def test_a_file_too_large_is_not_read(tmp_path):
    with (tmp_path / "huge").open("wb") as huge:
        huge.truncate(MAX_BYTES + 1)
    assert "FILE_TOO_LARGE" in refused(InboxFile("huge", tmp_path / "huge"))


def test_a_file_that_may_not_be_read_says_so(tmp_path):
    put(tmp_path, "locked", b"x")
    assert refused(InboxFile("locked", Unreadable(tmp_path / "locked"))) == "FILE_UNREADABLE Permission denied"


def test_a_file_with_the_same_bytes_is_not_touched(tmp_path):
    assert put(tmp_path, "a/b", b"1")
    before = (tmp_path / "a" / "b").stat()
    assert not put(tmp_path, "a/b", b"1")
    after = (tmp_path / "a" / "b").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert put(tmp_path, "a/b", b"2")


def test_what_a_killed_run_left_half_written_goes_away(tmp_path):
    put(tmp_path, "b", b"1")
    (tmp_path / ".b.part").write_bytes(b"half")
    put(tmp_path, "b", b"1")
    assert os.listdir(tmp_path) == ["b"]
