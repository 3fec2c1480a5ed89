"""Open Financial Exchange: what banks offer for download, as SGML (1.x) and as XML (2.x)."""

from otcore.adapters.statements.ofx.document import read_ofx

__all__ = ["read_ofx"]
