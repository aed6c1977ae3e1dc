#!/usr/bin/env bash
# A poll of a newsroom on loopback, beside pipelines that one would write instead: processor time (user and system) an article, peak memory and
# time by the clock, medians of RUNS (5), taken in turn.
# Usage: scripts/measure-pipeline.sh PEERS PAGES NEWSWATCH [OTHER-NEWSWATCH...]
#   PEERS      a folder with serve.py, which serves PAGES as ten feeds (serve.py PAGES PORT 10), and those of diy.mjs (packages installed) and
#              diy.py that are to be measured, each as: diy PORT 10 OUT
#   PAGES      a folder with html/ID.html
#   NEWSWATCH  a published file (scripts/publish.sh) or NewsWatch.Cli.dll
set -euo pipefail
[ $# -ge 3 ] || { sed -n '2,9s/^# //p' "$0" >&2; exit 2; }
peers=$(realpath "$1") pages=$(realpath "$2")
shift 2
runs=${RUNS:-5} port=${PORT:-8899} feeds=10
articles=$(find "$pages/html" -name '*.html' | wc -l)
work=$(mktemp -d)
python3 "$peers/serve.py" "$pages" "$port" "$feeds" > /dev/null &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 100); do (: < "/dev/tcp/127.0.0.1/$port") 2>/dev/null && break; sleep 0.1; done

{
  echo '<opml version="2.0"><head><title>Newsroom</title></head><body>'
  for ((feed = 0; feed < feeds; feed++)); do echo "<outline type=\"rss\" text=\"Feed $feed\" xmlUrl=\"http://127.0.0.1:$port/feed/$feed.xml\"/>"; done
  echo '</body></opml>'
} > "$work/list.opml"
export NewsWatch__Fetching__AllowedNetworks__0=127.0.0.0/8 NewsWatch__PollFeeds__WatchList=$work/list.opml
export NewsWatch__Fetching__PerHostSpacing=00:00:00 NewsWatch__Fetching__PerHostConcurrency=8

# Each run writes to a folder of its own, and none is removed before all have ended: a file system without a journal looks at each file removed in
# the last minutes before it makes a new one.
measure() { # NAME PROGRAM ARGUMENTS...
  /usr/bin/time -o "$work/time" -f '%U %S %M %e' "${@:2}" > "$work/said" 2>&1 || { cat "$work/said" >&2; exit 1; }
  awk -v articles="$articles" '{printf "%.2f %d %.1f\n", ($1 + $2) * 1000 / articles, $3, $4}' "$work/time" >> "$work/$1"
}

names=()
for ((run = 0; run < runs; run++)); do
  names=()
  for program in "$@"; do
    command=("$program")
    [[ $program != *.dll ]] || command=(dotnet "$program")
    names+=("newswatch-${#names[@]}")
    measure "${names[-1]}" "${command[@]}" poll --data "$work/${names[-1]}.$run"
  done
  if [ -f "$peers/diy.mjs" ]; then names+=(node); (cd "$peers" && measure node node diy.mjs "$port" "$feeds" "$work/node.$run"); fi
  if [ -f "$peers/diy.py" ]; then names+=(python); measure python "${PYTHON:-python3}" "$peers/diy.py" "$port" "$feeds" "$work/python.$run"; fi
done

printf '%-14s %12s %16s %8s %10s\n' "" "ms/article" "least-most" MB "by clock, s"
for name in "${names[@]}"; do
  sort -n "$work/$name" | awk -v name="$name" '
    {ms[NR] = $1; if ($2 > mb) mb = $2; clock[NR] = $3}
    END {middle = int((NR + 1) / 2); printf "%-14s %12.1f %16s %8.0f %10.1f\n", name, ms[middle], ms[1] "-" ms[NR], mb / 1024, clock[middle]}'
done
