# Two commands are enough: `make run` and `make test`. `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

CARGO ?= cargo
WASM := wasm32-unknown-unknown
TARGET_DIR := $(or $(CARGO_TARGET_DIR),target)

.PHONY: help run test bench soak dev dist bundle fmt lint openapi rust compiler postgres python node

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

run: rust compiler bundle ## Build what is missing and serve the app at http://127.0.0.1:8080
	@$(CARGO) build --quiet -p mitwirken
	@exec $(TARGET_DIR)/debug/mitwirken serve

dev: rust compiler ## Serve, and build and start again whenever a source changes
	@tests/tools/dev.sh

test: rust compiler postgres python bundle ## All tests: units, API on SQLite and on PostgreSQL, the app in Chromium
	@tests/tools/all.sh

bench: dist node ## How fast, how large, how soon; with Lighthouse's scores
	@$(CARGO) bench --quiet -p mitwirken-tests --bench load

soak: dist postgres python ## What takes too long for every commit: kill series, hours of load, axe on every size (MINUTES=30)
	@SOAK_MINUTES=$(or $(MINUTES),30) tests/tools/soak.sh

bundle: rust compiler
	@$(CARGO) run --quiet -p mitwirken-bundle

dist: rust compiler bundle ## One file to copy to a server: target/release/mitwirken
	@$(CARGO) build --release -p mitwirken
	@ls -lh $(TARGET_DIR)/release/mitwirken

fmt: rust ## Format the code
	@$(CARGO) fmt --all

lint: rust ## Formatting, clippy over everything, licences and bans if cargo-deny is installed
	@$(CARGO) fmt --all --check
	@$(CARGO) clippy --workspace --exclude mitwirken-app --all-targets -- -D warnings
	@$(CARGO) clippy -p mitwirken-app --target $(WASM) --target-dir $(TARGET_DIR)/wasm -- -D warnings
	@if command -v cargo-deny >/dev/null; then cargo deny check licenses bans sources; \
	 else echo "lint: cargo-deny is not installed, licences were not checked (cargo install --locked cargo-deny)"; fi

openapi: rust ## Write openapi/openapi.json from the code
	@$(CARGO) run --quiet -p mitwirken -- openapi > openapi/openapi.json.new
	@mv openapi/openapi.json.new openapi/openapi.json

rust:
	@command -v rustup >/dev/null || { echo "Please install Rust first: https://rustup.rs"; exit 1; }
	@rustup toolchain list | grep -q "^$$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)" \
	 || rustup toolchain install "$$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)" --profile minimal --component clippy --component rustfmt
	@rustup target list --installed | grep -q $(WASM) || rustup target add $(WASM)

compiler:
	@command -v cc >/dev/null || tests/tools/install.sh build-essential

python:
	@tests/tools/python.sh

postgres:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || test -n "$${MITWIRKEN_TEST_POSTGRES:-}" || tests/tools/install.sh postgresql

node:
	@tests/tools/node.sh
