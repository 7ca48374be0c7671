# Works with make and Python >= 3.11 alone. Each step leaves a stamp in .venv, so that the next time is quick.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# pip compiles what it installs, but not what is editable; where Python may write no bytecode, each start would compile it
COMPILE := $(BIN)/python -m compileall -q gazetteer geo maps
PAGE := petakan.html

# What is built when petakan is installed, or says how
INSTALLED := pyproject.toml $(wildcard gazetteer/*.py gazetteer/sources/*.py gazetteer/data/*.tsv)

.DEFAULT_GOAL := help
.PHONY: help map test check bench wheel clean

help:  ## Show this help
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

map: $(VENV)/.installed  ## Map the articles in examples/ into petakan.html
	@$(BIN)/petakan map examples --output $(PAGE) >/dev/null
	@$(BIN)/python -c 'import pathlib; print("The map is here:", pathlib.Path("$(PAGE)").resolve().as_uri())'

test: check  ## Run all checks and all tests
	@$(BIN)/pytest --cov --numprocesses auto --dist worksteal

check: $(VENV)/.installed-dev  ## Lint, format, types, layers
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache >$(VENV)/layers || { cat $(VENV)/layers; exit 1; }

bench: $(VENV)/.installed-dev  ## Measure quality, and speed against a peer
	@$(PIP) install --constraint .ci/constraints.txt flashgeotext
	@$(COMPILE)
	@$(BIN)/python tests/bench.py

wheel: $(VENV)/.installed-dev  ## Build the wheel and try it in an environment of its own
	@rm -rf dist build/wheel
	@$(PIP) wheel --no-deps --wheel-dir dist .
	@$(BIN)/python -m zipfile --list dist/petakan-*.whl >dist/contents
	@for part in gazetteer/index.py gazetteer/data/gazetteer.sqlite gazetteer/data/admin1.wkb.gz \
	  geo/policy.py maps/cli.py maps/data/basemap.json; do \
	  grep -q "^$$part " dist/contents || { echo "wheel: $$part is not in it" >&2; exit 1; }; done
	@! grep -E '^(tests|examples|gazetteer/extract|gazetteer/build_hook)' dist/contents
	@test $$(wc -c <$$(ls dist/petakan-*.whl)) -le 40000000 || { echo "wheel: more than 40 MB" >&2; exit 1; }
	@$(BIN)/python -m venv build/wheel
	@build/wheel/bin/python -m pip --quiet --disable-pip-version-check install dist/petakan-*.whl
	@cd build && wheel/bin/petakan map ../examples --output wheel/$(PAGE)
	@ls -l dist/petakan-*.whl

clean:  ## Remove all that make has made
	rm -rf $(VENV) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache $(PAGE)
	rm -f gazetteer/data/gazetteer.sqlite*
	find gazetteer geo maps tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.installed: $(INSTALLED) | $(VENV)/.made
	@echo "Installing petakan into $(VENV) and building its gazetteer: a minute or two"
	@$(PIP) install --editable .
	@$(COMPILE)
	@touch $@

$(VENV)/.installed-dev: $(INSTALLED) .ci/constraints.txt | $(VENV)/.made
	@echo "Installing petakan and the tools of its checks into $(VENV): a minute or two"
	@$(PIP) install --constraint .ci/constraints.txt --editable '.[dev,documents,warc]'
	@$(COMPILE)
	@touch $(VENV)/.installed $@

# The first Python that is new enough and whole: Debian's lacks ensurepip, and so venv, until python3-venv is there
$(VENV)/.made:
	@for python in $(PYTHON) python3.13 python3.12 python3.11 python3; do \
	  if $$python -c 'import sys, ensurepip, sqlite3, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    $$python -m venv --clear $(VENV) && touch $@ && exit 0; fi; done; \
	echo "make: no Python >= 3.11 with venv and sqlite3; install one (Debian: python3-venv), or name it: make PYTHON=..." >&2; \
	exit 1
