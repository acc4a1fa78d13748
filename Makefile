# What a person types. Everything is installed into .venv, from the locked requirements.

# A distribution's own first: one compiled at home without optimizations takes half as long again.
PYTHON ?= $(shell for p in /usr/bin/python3 python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
CLEAN_PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
ALL := manage.py thinktank desk intake reading website articles authors documents pictures outlets disclaimers prose tests
# Three workers on two cores: one of them mostly waits, for a browser or for a desk that is coming up.
# Compiled once for all processes of all runs: that takes each of them longer than collecting the tests.
PYTEST = PYTHONDONTWRITEBYTECODE= PYTHONPYCACHEPREFIX=$(abspath .venv/bytecode) \
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder

ifdef DATABASE_URL
export DATABASE_URL
endif

.PHONY: run test test-fast check bench lock install-run install-s3 install-dev

run: install-run  ## the desk on http://127.0.0.1:$PORT; Ctrl-C ends it
	@exec $(BIN)/python -m thinktank.run

# On two cores: test-fast in 90 seconds, test in 8 minutes.
test: install-dev  ## every test; DATABASE_URL=... runs them on another server
	@$(PYTEST) -rs

# Left out: what drives a browser, starts a desk or a database server, searches at random, fills a whole desk or opens
# one page of the desk after another (markers: pyproject.toml).
test-fast: install-dev  ## the tests that hold a rule of the desk
	@$(PYTEST) -m "not browser and not starts_servers and not long"

check: install-dev  ## cheapest first
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	find templates -name '*.html' -exec $(BIN)/djade --check --target-version 5.2 {} +
	$(BIN)/lint-imports
	$(BIN)/mypy $(filter-out tests,$(ALL))
	$(BIN)/python manage.py check --fail-level WARNING
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python -m tests.house

bench: install-run  ## how fast pages are, on a generated desk
	@$(BIN)/python manage.py bench

lock:  ## renew the locked requirements; needs uv
	UV_PYTHON_DOWNLOADS=never uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url \
		--no-emit-find-links --python-version 3.11 --upgrade pyproject.toml -o requirements/run.txt
	UV_PYTHON_DOWNLOADS=never uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url \
		--no-emit-find-links --python-version 3.11 --upgrade pyproject.toml --extra s3 -o requirements/s3.txt
	UV_PYTHON_DOWNLOADS=never uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url \
		--no-emit-find-links --python-version 3.11 --upgrade pyproject.toml --extra s3 --group dev \
		-o requirements/dev.txt

# Installed again whenever the locked file is another one than was installed.
install-run install-s3 install-dev: install-%: $(BIN)/python
	@cmp -s requirements/$*.txt .venv/installed-$*.txt || { \
		echo "Installing requirements/$*.txt"; \
		$(CLEAN_PIP) $(BIN)/python -m pip install --quiet --require-hashes -r requirements/$*.txt \
		&& cp requirements/$*.txt .venv/installed-$*.txt; }

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "The desk needs Python 3.11 or newer with venv; none was found."; \
		echo "On Debian: apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }
