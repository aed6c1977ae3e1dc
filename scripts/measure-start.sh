#!/usr/bin/env bash
# What starting costs: processor time (user and system) and peak memory of short commands, medians of RUNS (9), programs taken in turn.
# Usage: scripts/measure-start.sh NEWSWATCH [OTHER-NEWSWATCH...]     each a published file (scripts/publish.sh) or NewsWatch.Cli.dll
# A program named before another is what that is compared with: before and after are measured in the same minutes.
set -euo pipefail
[ $# -gt 0 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")/.." && pwd)
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
runs=${RUNS:-9}

measure() { # PROGRAM ARGUMENTS...: "milliseconds kilobytes"
  local program=("$1")
  [[ $1 != *.dll ]] || program=(dotnet "$1")
  /usr/bin/time -o "$data/time" -f '%U %S %M' "${program[@]}" "${@:2}" > /dev/null
  awk '{printf "%.0f %d\n", ($1 + $2) * 1000, $3}' "$data/time"
}

commands=("--version" "--help" "classify $here/docs/samples/lisbon.txt --data $data/none")
printf '%-28s %-40s %8s %8s %8s %8s\n' command program "ms" least most MB
for command in "${commands[@]}"; do
  read -ra arguments <<< "$command"
  for ((run = 0; run <= runs; run++)); do # the first fills the caches and does not count
    for program in "$@"; do
      result=$(measure "$program" "${arguments[@]}")
      [ "$run" -eq 0 ] || echo "$result" >> "$data/$(sha256sum <<< "$command $program" | cut -c1-16)"
    done
  done
  for program in "$@"; do
    sort -n "$data/$(sha256sum <<< "$command $program" | cut -c1-16)" | awk -v command="${arguments[0]}" -v program="$program" '
      {ms[NR] = $1; if ($2 > most) most = $2}
      END {printf "%-28s %-40s %8d %8d %8d %8.0f\n", command, program, ms[int((NR + 1) / 2)], ms[1], ms[NR], most / 1024}'
  done
done
