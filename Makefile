# The contract: what one can do with this project, in named steps.
SHELL := /bin/bash
export CARGO_TARGET_DIR ?= $(CURDIR)/target
BERAAD := $(CARGO_TARGET_DIR)/demo/beraad
SCALE ?= 1

.PHONY: help demo dev test bench docs assets proof parts tools

help: ## What one can do here
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: tools assets ## Build and start the demo country (SCALE=10 makes it ten times as large)
	@echo "Building Beraad. The first time this takes some minutes; after that seconds."
	@cargo build --profile demo -p house
	@$(BERAAD) demo --scale $(SCALE) --data demo-data$(if $(filter-out 1,$(SCALE)),-$(SCALE))

dev: tools assets ## Start the demo from a quick build and build again when something changes
	@scripts/dev.sh

test: ## Everything that must hold: formatting, lints, tests on both engines, pages in Chromium
	@scripts/test.sh

bench: tools assets ## Measure the pages and the memory; writes target/bench.json
	@scripts/bench.sh

docs: tools assets ## Write docs/permissions.md and docs/routes.txt anew, and the documentation of the crates
	@cargo run -q -p house -- permissions > docs/permissions.md.new && mv docs/permissions.md.new docs/permissions.md
	@cargo run -q -p house -- routes > docs/routes.txt.new && mv docs/routes.txt.new docs/routes.txt
	@cargo doc --workspace --no-deps

assets: ## Build styles, scripts, signs and typefaces (needs Node; the program does not)
	@scripts/assets.sh

proof: tools assets ## Long runs that are not for every change: leaks, hostile input, crashes, load
	@scripts/proof.sh

parts: assets ## The list of parts with versions and licences (SBOM, CycloneDX) in target/parts
	@scripts/parts.sh

tools:
	@scripts/tools.sh build
