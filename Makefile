# Two commands: `make run` builds the graph and serves it, `make test` proves it. `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.run
DEV := $(VENV)/.dev
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e
FAILED = echo "The packages could not be installed: is there a network and free disk space? Then run make again."; exit 1

.DEFAULT_GOAL := help
.PHONY: help run test check build train bench clean

help: ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

run: $(RUN) ## build the graph from the documents and serve it
	@exec $(BIN)/bfpg run

test: $(DEV) ## the whole suite, Neo4j included
	$(BIN)/python -m pytest

check: $(DEV) ## format, lint, types, ontology, drift of derived files
	$(BIN)/ruff format --check app loaders ontology queries tests benchmarks
	$(BIN)/ruff check app loaders ontology queries tests benchmarks
	$(BIN)/mypy
	$(BIN)/bfpg check
	$(BIN)/bfpg emit --check

build: $(DEV) ## write the files derived from the ontology
	$(BIN)/bfpg emit

train: $(DEV) ## train the judge of statements on gold annotations
	$(BIN)/bfpg train

bench: $(DEV) ## speed against peers
	$(BIN)/python benchmarks/run.py

$(RUN): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; $(PYTHON) is `$(PYTHON) --version 2>&1`. Set PYTHON=python3.12, for example."; exit 1; }
	@echo "Installing the Python packages into $(VENV) (about a minute the first time)"
	@$(PYTHON) -m venv $(VENV) || { echo "python3-venv is missing: install your system's package python3-venv."; exit 1; }
	@$(INSTALL) . || { $(FAILED); }
	@touch $@

$(DEV): $(RUN)
	@echo "Installing what development needs into $(VENV)"
	@$(INSTALL) '.[dev]' || { $(FAILED); }
	@touch $@

clean: ## remove the environment
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache
