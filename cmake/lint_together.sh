#!/usr/bin/env bash
# clang-tidy over several files of the library, the program or the benchmarks. Most of its time goes into the headers that a file
# includes; so the files are read as if they were one, and the headers once. By itself each is only compiled, without precompiled
# headers, so that an #include that it lacks is found. Where the files cannot be read together (two give a name of their own to different
# things), or where something is found in them, each is checked by itself, and that is what counts.
#   cmake/lint_together.sh FILE... (from the project's folder, after `cmake --preset lint`)
set -uo pipefail
# The compile commands have none for it: clang-tidy takes that of the file whose path is the most like this one.
together=build-lint/$(dirname "$1")/together_$$_$(basename "$1")
mkdir -p "$(dirname "$together")"
trap 'rm -f "$together"' EXIT
printf "#include \"$PWD/%s\"\n" "$@" > "$together"
if clang-tidy -p build-lint --quiet --checks=-bugprone-suspicious-include --extra-arg=-Wno-shadow "$together" > /dev/null 2>&1; then
  clang-tidy -p build-lint --quiet --checks=-*,bugprone-suspicious-include "$@"
else
  clang-tidy -p build-lint --quiet "$@"
fi
