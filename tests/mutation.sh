#!/usr/bin/env bash
# Changes the code that decides what is one article, one agreement and one claim, and what in the stores is unsound, a place at a time, and counts
# the changes that no test notices. On two cores a small folder takes ten minutes, the claims about an hour, by what a few cost (each change starts a process that reads
# the shipped cases), all of it hours. Usage: tests/mutation.sh [GLOB...]   only files like **/VerifyStore/*.cs
# What is changed and which tests must notice stands in tests/NewsWatch.Tests/stryker-config.json; what was left unnoticed, in
# artifacts/mutation/reports/mutation-report.json.
set -euo pipefail
cd "$(dirname "$0")/NewsWatch.Tests"
mutate=()
for glob in "$@"; do mutate+=(--mutate "$glob"); done
dotnet tool restore > /dev/null
# What an analyzer says of changed code nobody needs.
export RunAnalyzers=false EnforceCodeStyleInBuild=false
exec dotnet stryker --skip-version-check --output ../../artifacts/mutation "${mutate[@]}"
