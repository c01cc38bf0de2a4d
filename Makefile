# Everything a contributor runs. Needs Python 3.11 or later (with venv) and make; `check` also
# needs Node for the frontend. Each target creates .venv by itself and is safe to run again.

PORT ?= 8000
HOST ?= 127.0.0.1

# The first Python on the path that is new enough and can create virtual environments.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' \
		>/dev/null 2>&1 && echo $$python && break; done)

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL := $(PIP) install --editable ".[server]" --group
FRONTEND := npm --prefix frontend --no-fund --no-audit

.DEFAULT_GOAL := help
.PHONY: help demo test pictures check check-python check-frontend format frontend benchmark build clean

help: ## Show what there is to run
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | \
		while IFS='|' read -r name text; do printf '  make %-16s %s\n' "$$name" "$$text"; done

demo: $(VENV)/.demo ## Run the example site on http://localhost:8000 (PORT=… for another port)
	@cd example_project && export EXAMPLE_DEMO=true && \
		../$(BIN)/python manage.py migrate --verbosity 0 && \
		../$(BIN)/python manage.py seed_demo --host $(HOST) --port $(PORT) && \
		exec ../$(BIN)/python -m uvicorn config.asgi:application --host $(HOST) --port $(PORT) \
			--timeout-graceful-shutdown 5 --log-level warning

test: $(VENV)/.test ## Run the test suite (ARGS=… goes to pytest)
	$(BIN)/python -m pytest $(ARGS)

pictures: $(VENV)/.test ## Store how the gallery's scenes look, and the docs' pictures (ARGS="-k start" for some)
	CHATKIT_TEST_PICTURES=accept CHATKIT_TEST_REQUIRE=all \
		$(BIN)/python -m pytest tests/example_project/gallery/test_pictures.py \
		tests/example_project/gallery/test_docs_pictures.py $(ARGS)

check: check-python check-frontend ## Lint, types, import floors, migrations, templates, frontend

check-python: $(VENV)/.lint ## The Python half of check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m django makemigrations --check --dry-run
	git ls-files -z -- '*.html' | xargs -0 -r $(BIN)/djade --check --target-version 5.2

check-frontend: ## The frontend half of check: types, lint, tests, build drift (needs Node)
	@if command -v npm >/dev/null 2>&1; then \
		set -ex; $(FRONTEND) ci; $(FRONTEND) run check; $(FRONTEND) test; \
		$(FRONTEND) run check:drift; \
	elif [ -n "$$CI" ]; then \
		echo "Node is missing, and CI checks the frontend." >&2; exit 1; \
	else \
		echo "SKIPPED: the frontend's types, lint, tests and build drift, for want of Node."; \
	fi

format: $(VENV)/.lint ## Format the Python and the templates
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .
	-git ls-files -z -- '*.html' | xargs -0 -r $(BIN)/djade --target-version 5.2

frontend: ## Build the element into django_chatkit/static (needs Node)
	$(FRONTEND) ci
	$(FRONTEND) run build

benchmark: $(VENV)/.benchmark ## Measure speed and memory (ARGS="turns --quick" for some of it)
	$(BIN)/python -m benchmarks $(ARGS)

build: $(VENV)/.build ## Build the wheel and the source distribution into dist/
	rm -rf dist
	$(BIN)/python -m build --outdir dist .

clean: ## Remove what the other targets made
	rm -rf $(VENV) build dist frontend/node_modules .mypy_cache .pytest_cache .ruff_cache
	rm -f example_project/*.sqlite3*

$(BIN)/python:
	@if [ -z "$(PYTHON)" ]; then \
		echo "No Python 3.11 or later with venv found (Debian: apt-get install python3-venv)." \
			"Name one with make PYTHON=…" >&2; exit 1; \
	fi
	$(PYTHON) -m venv $(VENV)

# What a target needs is installed when it is first asked for, and again when pyproject.toml
# changes. Dependency groups need pip 25.1.
$(VENV)/.demo $(VENV)/.test $(VENV)/.lint $(VENV)/.benchmark $(VENV)/.build $(VENV)/.mariadb $(VENV)/.node: $(VENV)/.%: pyproject.toml | $(BIN)/python
	@echo "Installing what '$*' needs into $(VENV) …"
	@$(PIP) install --upgrade "pip>=25.1"
	@$(INSTALL) $*
	@touch $@

# The source distributions of the official SDKs, as installed: they hold the SDKs' own tests.
$(VENV)/.sources: $(VENV)/.test
	@echo "Downloading the official SDKs' own tests into $(VENV)/sources …"
	@$(INSTALL) sources
	@$(BIN)/python -c 'from importlib.metadata import version as v; \
		print(*(f"{name}=={v(name)}" for name in ("openai", "openai-chatkit")))' | \
		xargs $(PIP) download --no-deps --no-binary openai,openai-chatkit --dest $(VENV)/sources
	@touch $@
