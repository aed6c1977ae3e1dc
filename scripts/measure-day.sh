#!/usr/bin/env bash
# Measures a day of 100 feeds over Azurite, with the clock moved on, and prints the tables of docs/cost.md. Takes some minutes
# for every hour of it. Usage: scripts/measure-day.sh [FEEDS] [HOURS]
set -euo pipefail
cd "$(dirname "$0")/.."
feeds=${1:-100}
hours=${2:-24}
blobs=${BLOB_PORT:-11000}
queues=${QUEUE_PORT:-11001}
tests/azurite.sh
dotnet build tests/NewsWatch.Benchmarks -c Release -v quiet -nologo
work=$(mktemp -d)
key=$(printf 'a key for this machine only' | base64)
AZURITE_ACCOUNTS="day:$key" node tests/.azurite/node_modules/azurite/dist/src/azurite.js --silent --skipApiVersionCheck --disableTelemetry \
  --inMemoryPersistence --blobPort "$blobs" --queuePort "$queues" --tablePort 0 > /dev/null &
azurite=$!
trap 'kill -KILL "$azurite" 2>/dev/null || true; wait "$azurite" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 100); do
  (: < "/dev/tcp/127.0.0.1/$queues") 2>/dev/null && break
  sleep 0.2
done
dotnet tests/NewsWatch.Benchmarks/bin/Release/net10.0/NewsWatch.Benchmarks.dll feeds day \
  "AccountName=day;AccountKey=$key;BlobEndpoint=http://127.0.0.1:$blobs/day;QueueEndpoint=http://127.0.0.1:$queues/day" "$feeds" "$hours"
