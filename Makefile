# `make run` and `make test` set up everything they need, in .venv, and may be called again at any
# time. The only thing that is fetched are the packages of the lock files.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null \
	&& echo $$p && break; done)
COMPILE := $(BIN)/pip-compile --quiet --strip-extras --allow-unsafe --generate-hashes --no-header \
	--no-annotate --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.PHONY: run test check format fuzz floors bench bench-compare schema pages docs lock dist release-check clean

## Extract the seed with the embedded defaults and show its record.
run: $(VENV)/installed
	$(BIN)/communique extract seeds -o outputs/seed.jsonl
	$(BIN)/communique show outputs/seed.jsonl

## Lint, check the types, run all tests, on all cores but no more than four.
test: check
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

## Lint, check the types, the imports between the rooms, and that no code is dead.
check: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/vulture

## Bring the sources into the project's format.
format: $(VENV)/installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

## Read CASES damaged files of all formats: none may crash a reader, or hang it.
fuzz: $(VENV)/installed-dev
	COMMUNIQUE_FUZZ=$(or $(CASES),20000) $(BIN)/python -m pytest -s tests/readers/test_fuzz.py

## Score corpus/ and pin what it reaches; floors fall only with LOWER=1.
floors: $(VENV)/installed-dev
	for part in releases seed; do $(BIN)/communique evaluate corpus/$$part \
	--floors corpus/floors.toml --pin $(if $(LOWER),--lower) || exit; done

## How long each stage takes, beside spaCy's small pipelines; RELEASES names others than the corpus.
bench: $(VENV)/installed-dev
	$(BIN)/python -m communique.evaluation.stages $(or $(RELEASES),corpus/releases/docs)

## The same beside the revision BASE; fails where the whole takes a tenth longer.
bench-compare: $(VENV)/installed-dev
	$(BIN)/python -m communique.evaluation.revisions $(BASE) $(or $(RELEASES),corpus/releases/docs)

## Write down the schema of the record as the models now are.
schema: $(VENV)/installed-dev
	$(BIN)/communique schema > docs/record.schema.json

## Write what of the documentation is made by the program: tables, pictures.
pages: $(VENV)/installed-dev
	$(BIN)/python -m communique.documentation docs

## Build the site of the documentation into build/site.
docs: $(VENV)/installed-dev
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

## Solve the dependencies of pyproject.toml anew; with UPGRADE=1, to their newest versions.
lock: $(VENV)/python
	$(PIP) install "pip>=25,<27" "pip-tools>=7.5,<8"  # pip 23 loses extras with a hyphen
	$(COMPILE) $(if $(UPGRADE),--upgrade) --output-file requirements.lock pyproject.toml
	$(BIN)/python -c 'import tomllib; f = open("pyproject.toml", "rb"); \
	print(*tomllib.load(f)["dependency-groups"]["dev"], sep="\n")' > $(VENV)/dev.in
	$(COMPILE) $(if $(UPGRADE),--upgrade) --constraint requirements.lock \
		--extra all-formats --extra parquet --extra near-duplicates --extra duckdb --extra browse \
		--extra plots --extra ray \
		--output-file requirements-dev.lock pyproject.toml $(VENV)/dev.in

## Build wheel and source distribution into dist/.
dist: $(VENV)/installed-dev
	rm -rf dist
	$(BIN)/python -m build --no-isolation

## What must be so before a version is published; leaves its wheel and source in dist/.
release-check: $(VENV)/installed-dev
	$(BIN)/python .ci/release_check.py
	$(MAKE) lock
	git diff --exit-code --stat -- requirements.lock requirements-dev.lock
	$(MAKE) test dist
	$(BIN)/python .ci/release_check.py dist

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist

$(VENV)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 is needed" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/installed: $(VENV)/python requirements.lock pyproject.toml
	$(PIP) install --require-hashes --requirement requirements.lock
	$(PIP) install --no-deps --editable .
	touch $@

$(VENV)/installed-dev: $(VENV)/python requirements-dev.lock pyproject.toml
	$(PIP) install --require-hashes --requirement requirements-dev.lock
	$(PIP) install --no-deps --editable .
	touch $@
