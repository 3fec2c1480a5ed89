"""Readers of bank files. Each format is a module of its own, imported only when it is used."""
