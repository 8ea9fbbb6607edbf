#!/usr/bin/env bash
# clang-tidy over several files of the library, the program or the benchmarks, read as if they were one. Most of its time goes into the
# headers that a file includes; so they are read once for all. Where the files cannot be read together (two give a name of
# their own to different things), or where something is found, each is read by itself, and that is what counts.
#   cmake/lint_together.sh FILE... (from the project's folder, after `cmake --preset lint`)
set -uo pipefail
# The compile commands have none for it: clang-tidy takes that of the file whose path is the most like this one.
together=build-lint/$(dirname "$1")/together_$$_$(basename "$1")
mkdir -p "$(dirname "$together")"
trap 'rm -f "$together"' EXIT
printf "#include \"$PWD/%s\"\n" "$@" > "$together"
clang-tidy -p build-lint --quiet --checks=-bugprone-suspicious-include --extra-arg=-Wno-shadow "$together" > /dev/null 2>&1 && exit
clang-tidy -p build-lint --quiet "$@"
