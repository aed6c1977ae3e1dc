#!/usr/bin/env bash
# Puts the program under load, over invented sites on loopback, and fails where an article is lost, counted twice or left in the stores unsound.
# Usage: scripts/load.sh pass [SITES ENTRIES]        one pass: 1,000 sites of 50 articles
#        scripts/load.sh soak [SITES MINUTES]        the standing program, while 60 sites publish an article a minute each, for an hour
#        scripts/load.sh alert [AGREEMENTS]          the standing program, and how long after its feed showed each of 30 agreements a webhook is told
#        scripts/load.sh kills [SITES KILLS SEED]    killed 100 times at moments drawn by chance, over 50 sites of 10 articles
set -euo pipefail
cd "$(dirname "$0")/.."
case ${1:-} in
  pass) set -- pass "${2:-1000}" "${3:-50}" ;;
  soak) set -- soak "${2:-60}" "${3:-60}" ;;
  alert) set -- alert "${2:-30}" ;;
  kills) set -- kills "${2:-50}" "${3:-100}" "${4:-1}" ;;
  *) sed -n '3,6s/^# //p' "$0" >&2; exit 2 ;;
esac
dotnet build src/NewsWatch.Cli -c Release -v quiet -nologo
dotnet build tests/NewsWatch.Benchmarks -c Release -v quiet -nologo
exec tests/NewsWatch.Benchmarks/bin/Release/net10.0/NewsWatch.Benchmarks load "$1" src/NewsWatch.Cli/bin/Release/net10.0/NewsWatch.Cli.dll "${@:2}"
