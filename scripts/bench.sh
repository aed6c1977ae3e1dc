#!/usr/bin/env bash
# What each hot path takes and allocates, beside the libraries one would use instead, as BenchmarkDotNet measures it: one table a path.
# Usage: scripts/bench.sh [FILTER] [OPTION...]   FILTER: as *Page*; nothing for all, some four minutes. Few and short rounds, so look at the error;
# scripts/bench.sh "*" --job default takes longer and wavers less
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/NewsWatch.Benchmarks -c Release -v quiet -nologo
filter=${1:-*}
options=("${@:2}")
[ $# -gt 1 ] || options=(--job short)
out=artifacts/benchmarks
rm -rf "$out" && mkdir -p "$out"
dotnet tests/NewsWatch.Benchmarks/bin/Release/net10.0/NewsWatch.Benchmarks.dll --filter "$filter" "${options[@]}" --artifacts "$out" --exporters GitHub > "$out/log.txt" 2>&1 \
  || { tail -40 "$out/log.txt" >&2; exit 1; }
cat "$out"/results/*-report-github.md
