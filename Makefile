# Every target sets up what is missing first; a second call finds it done.
#
#   make run      AcuChart itself; without a display the demonstration day
#   make test     every test, headless
#   make check    ruff, mypy, import rules
#   make bench    how long things take
#   make shots    a picture of every screen, light and dark, in build/shots
#   make torture  the tests that play with chance, for longer
#   make words    the catalogue of texts, brought up to date
#   make app      the installable package, in dist
#   make lock     the requirements files, resolved anew
#   make fonts    the fonts, built anew

SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := run

BIN := .venv/bin
READY := .venv/.ready
OFFSCREEN := QT_QPA_PLATFORM=offscreen
PYTEST := $(OFFSCREEN) $(BIN)/pytest
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input
DISPLAYED := $(or $(filter-out Linux,$(shell uname -s)),$(DISPLAY),$(WAYLAND_DISPLAY))
DEMO := build/demo

.PHONY: run test check bench shots torture words app lock fonts clean

$(READY): requirements-dev.txt pyproject.toml tools/system_libraries.sh tools/find_python.sh
	@set -e; python=$$(tools/find_python.sh); \
	tools/system_libraries.sh "$$python"; \
	echo "Setting up .venv"; \
	[ -x $(BIN)/python ] && $(BIN)/python -m pip --version >/dev/null 2>&1 || "$$python" -m venv --clear .venv
	@$(PIP) --require-hashes --only-binary :all: -r requirements-dev.txt
	@$(PIP) --no-deps --no-build-isolation --no-index --editable .
	@$(BIN)/python -m compileall -q -j 0 acuchart tests
	@# Some packages carry templates that are no Python; what does not compile is not imported.
	@$(BIN)/python -m compileall -qq -j 0 .venv/lib >/dev/null || true
	@touch $@

run: $(READY)
ifeq ($(DISPLAYED),)
	@rm -rf $(DEMO)
	@$(OFFSCREEN) $(BIN)/acuchart demo $(DEMO)
	@echo "No display here, so AcuChart went through a day by itself."
	@echo "Papers:   $(DEMO)/out"
	@echo "Pictures: $(DEMO)/out/screens"
else
	@$(BIN)/acuchart
endif

test: $(READY)
	@$(PYTEST) -n 2 tests

check: $(READY)
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports
	@$(BIN)/python -m tools.make_words --check

bench: $(READY)
	@$(PYTEST) -o python_files='bench_*.py' -s tests/benchmarks

shots: $(READY)
	@$(OFFSCREEN) $(BIN)/python -m tools.make_shots build/shots

torture: $(READY)
	@$(PYTEST) -n 2 --hypothesis-profile=torture tests

words: $(READY)
	@$(BIN)/python -m tools.make_words

app: $(READY)
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist . >/dev/null
	@ls dist/acuchart-*.whl

lock:
	@tools/lock.sh "$$(tools/find_python.sh)"

fonts: $(READY)
	@$(BIN)/python -m tools.make_fonts resources/fonts

clean:
	@rm -rf .venv build dist
