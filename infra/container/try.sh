#!/usr/bin/env bash
# Runs the image's layout where there is no container engine: as a user without rights, the whole file system read-only but for the data.
# Needs root (for a mount namespace of its own), util-linux, curl. Usage: infra/container/try.sh PUBLISHED DATA [PORT]
set -euo pipefail
app=$(realpath "${1:?the folder of publish.sh}")
data=$(realpath -m "${2:?a folder for the data}")
port=${3:-8420}
uid=1654 # APP_UID of the base image
mkdir -p "$data"
chown "$uid:$uid" "$data"
dotnet=$(readlink -f "$(command -v dotnet)")

# Everything is read-only in there, the temporary folder too; the data are mounted over it once more, to be written.
inside='
  set -e
  mount --make-rprivate /
  mount --bind "$1" "$1"
  mount -o remount,ro,bind /
  for at in /tmp /var /root /home /work /opt; do mountpoint -q $at && mount -o remount,ro,bind $at || true; done
  mount -o remount,rw,bind "$1"
  shift
  exec setpriv --reuid '$uid' --regid '$uid' --clear-groups --no-new-privs --bounding-set -all "$@"
'
unshare --mount --pid --fork --kill-child sh -c "$inside" sh "$data" env -i PATH=/usr/bin:/bin HOME="$data" DOTNET_EnableDiagnostics=0 \
  NewsWatch__Review__Key="${NEWSWATCH_KEY:-a key to try the container with}" NewsWatch__PollFeeds__WatchList="${NEWSWATCH_WATCH_LIST:-}" \
  "$dotnet" "$app/NewsWatch.Cli.dll" run --data "$data" --listen "0.0.0.0:$port" &
runner=$!
pid=$runner
# unshare does not hear of it: what it started does, and is given the time that an engine gives.
trap 'kill -TERM "$pid" 2>/dev/null || true; wait "$runner" 2>/dev/null || true' EXIT

for _ in $(seq 100); do
  code=$(curl --silent --output /dev/null --write-out '%{http_code}' "http://127.0.0.1:$port/sign-in" || true)
  [ "$code" = 200 ] && break
  kill -0 "$runner" 2>/dev/null || { echo "It ended before it listened." >&2; exit 1; }
  sleep 0.3
done
pid=$(pgrep --parent "$runner" | head -1)
echo "sign-in page: $code"
echo "health: $(curl --silent --output /dev/null --write-out '%{http_code}' "http://127.0.0.1:$port/health/live")"
echo "API with the key: $(curl --silent --output /dev/null --write-out '%{http_code}' \
  --header "Authorization: Bearer ${NEWSWATCH_KEY:-a key to try the container with}" "http://127.0.0.1:$port/api/agreements")"
echo "API without: $(curl --silent --output /dev/null --write-out '%{http_code}' "http://127.0.0.1:$port/api/agreements")"
echo "runs as: uid $(awk '/^Uid:/ {print $2}' "/proc/$pid/status"), capabilities $(awk '/^CapEff:/ {print $2}' "/proc/$pid/status"), / mounted $(awk '$2 == "/" {split($4, o, ","); print o[1]}' "/proc/$pid/mounts" | tail -1)"
kill -TERM "$pid"
began=$(date +%s)
ended=0
wait "$runner" || ended=$?
echo "stopped: code $ended after $(($(date +%s) - began)) s"
[ "$code" = 200 ]
