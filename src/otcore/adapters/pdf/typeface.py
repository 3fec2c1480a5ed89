"""What letters a PDF is set in."""

from functools import cache
from pathlib import Path

from attrs import frozen
from typst import Fonts

from otcore.values.faults import Invalid

_FALLBACKS = ("Libertinus Serif", "DejaVu Sans Mono")
"""Come with typst; the second has signs that the first has not."""


@frozen
class Typeface:
    """A family of fonts, and the folders to look for fonts in besides those that come with typst. What the family has
    no glyph for is set in any other font of the folders. The machine's own fonts are never used: a document would not
    look the same everywhere.
    """

    family: str
    folders: tuple[Path, ...] = ()

    @property
    def families(self) -> tuple[str, ...]:
        """The family and those to fall back on, in order. Raises `Invalid` TYPEFACE_UNKNOWN."""
        known = self.fonts.families()
        if self.family not in known:
            raise Invalid.one("TYPEFACE_UNKNOWN", f"there is no font {self.family[:40]!a}", family=self.family[:40])
        return tuple(dict.fromkeys((self.family, *_FALLBACKS, *known)))

    @property
    def fonts(self) -> Fonts:
        """The fonts themselves, read once."""
        return _fonts(self.folders)


LIBERTINUS = Typeface("Libertinus Serif")


@cache
def _fonts(folders: tuple[Path, ...]) -> Fonts:
    return Fonts(include_system_fonts=False, font_paths=[*folders])
