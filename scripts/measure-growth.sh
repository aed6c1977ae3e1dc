#!/usr/bin/env bash
# What lists, searches, counters, the ledger and a new entry take of stores that hold ever more invented articles, a thousand a day: one table. Each
# store is filled in a temporary folder and deleted after; a million articles take 8 GB, two million files and an hour or two.
# Usage: scripts/measure-growth.sh [ARTICLES…]   1000 10000 100000 without any
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- 1000 10000 100000
dotnet build tests/NewsWatch.Benchmarks -c Release -v quiet -nologo
growth() { tests/NewsWatch.Benchmarks/bin/Release/net10.0/NewsWatch.Benchmarks growth "$@"; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
growth head
for articles in "$@"; do
  growth fill "$work/$articles" "$articles"
  for subject in status index desk entry decide export verify compact verify; do
    growth "$subject" "$work/$articles" "$articles"
  done
  rm -rf "${work:?}/$articles"
done
