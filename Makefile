# Two commands: `make brief` and `make test`. Both install what is missing, build what changed, and take seconds when nothing did.
ARTICLE ?= examples/china-asean.txt
OUT ?= out/brief.html
JOBS := $(shell nproc)

.PHONY: brief test build packages bench lint format sanitize fuzz instrumented clean

brief: build
	@mkdir -p $(dir $(OUT))
	@build/tradewind check "$(ARTICLE)" || test $$? -eq 1
	@build/tradewind brief "$(ARTICLE)" --output "$(OUT)" || test $$? -eq 1

build: packages
	@cmake --preset release $(if $(wildcard build/build.ninja),> build/configure.log || (cat build/configure.log; false))
	@cmake --build build --target tradewind_cli ledger

packages:
	@cmake/install_packages.sh $(SECTIONS)

test: SECTIONS = test
test: packages
	@cmake --preset release
	@cmake --build build
	@ctest --test-dir build --no-tests=error --output-on-failure --parallel $(JOBS)

# The tests under the address and undefined-behaviour sanitizers.
sanitize: instrumented
	@cmake --build build-sanitize
	@ctest --test-dir build-sanitize --no-tests=error --output-on-failure --parallel $(JOBS)

# A run of every fuzzer, or of some: 30 seconds each, another one every time. A number of runs from a seed, on a corpus that is empty
# at first, comes close to the same run on every machine. (Leaks are looked for by `make sanitize`; DuckDB hides its pointers.)
FUZZERS ?= csv formula model reader scenario
FUZZ_OPTIONS ?= -max_total_time=30
FUZZ_SEED ?= 0
fuzz: instrumented
	@cmake --build build-sanitize --target fuzzers
	@for fuzzer in $(FUZZERS:%=fuzz_%); do echo "$$fuzzer"; mkdir -p build-sanitize/corpus/$$fuzzer; \
	  build-sanitize/$$fuzzer $(FUZZ_OPTIONS) -seed=$(FUZZ_SEED) -reload=0 -timeout=10 -detect_leaks=0 -print_final_stats=1 \
	  -artifact_prefix=build-sanitize/ build-sanitize/corpus/$$fuzzer tests/fuzz/seeds/$$fuzzer || exit 1; done

instrumented: SECTIONS = test lint
instrumented: packages
	@cmake --preset sanitize

SOURCES = $(shell git ls-files '*.cpp' '*.hpp')
lint: SECTIONS = test lint
lint: packages
	@clang-format --dry-run --Werror $(SOURCES)
	@cmake --preset lint > build-lint.log || (cat build-lint.log; false)
	@rm build-lint.log
	@printf '%s\n' $(filter-out tests/%,$(filter %.cpp,$(SOURCES))) | xargs -P $(JOBS) -n 8 cmake/lint_together.sh

format:
	@clang-format -i $(SOURCES)

bench: SECTIONS = test
bench: packages
	@cmake --preset release
	@cmake --build build
	@for benchmark in build/bench_*; do $$benchmark; done

clean:
	@rm -rf build build-sanitize build-lint out
