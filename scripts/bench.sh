#!/usr/bin/env bash
# What each hot path takes and allocates, beside the libraries one would use instead, as BenchmarkDotNet measures it: one table a path.
# Usage: scripts/bench.sh [FILTER]    FILTER: as *Page*; nothing for all, which takes some ten minutes
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/NewsWatch.Benchmarks -c Release -v quiet -nologo
out=artifacts/benchmarks
dotnet tests/NewsWatch.Benchmarks/bin/Release/net10.0/NewsWatch.Benchmarks.dll --filter "${1:-*}" --artifacts "$out" --join --exporters GitHub > "$out.log" 2>&1 \
  || { tail -40 "$out.log" >&2; exit 1; }
cat "$out"/results/*-report-github.md
