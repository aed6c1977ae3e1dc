#!/usr/bin/env bash
# Makes the pictures of README.md anew, out of the demo: docs/images/{inbox,alert}.png. Needs Chromium, fonts of every script that the demo
# has (on Debian fonts-noto-cjk), and a Release build of src/NewsWatch.Cli.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
port=${PORT:-8437}
program=src/NewsWatch.Cli/bin/Release/net10.0/NewsWatch.Cli
chromium=$(command -v chromium || command -v google-chrome)
work=$(mktemp -d)
trap 'kill "$site" 2>/dev/null || true; wait "$site" 2>/dev/null || true; rm -rf "$work"' EXIT

# One settings file for both: alerts say where the desk is.
echo '{ "NewsWatch": { "SendAlerts": { "SiteAddress": "https://newswatch.example.org/" } } }' > "$work/newswatch.json"
"$program" demo --data "$work" --listen "127.0.0.1:$port" 2> "$work/log" > /dev/null &
site=$!
for _ in $(seq 600); do
  curl -fs -o /dev/null "http://127.0.0.1:$port/" && break
  kill -0 "$site" || { cat "$work/log" >&2; exit 1; }
  sleep 0.2
done

# picture NAME WIDTH HEIGHT ADDRESS
picture() {
  "$chromium" --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 --user-data-dir="$work/browser" \
    --window-size="$2,$3" --screenshot="$root/docs/images/$1.png" "$4" > /dev/null 2>> "$work/log"
}

development=$("$program" developments --data "$work" --json | tr -d ' \n' | grep -oE '"id":"reciprocal-access-gb-jp[^"]*' | head -1 | cut -d'"' -f4)
# The sample newsroom is served on this machine, which a reader's sources are not.
"$program" alerts preview "$development" --format html --data "$work" | sed "s/127\.0\.0\.1:[0-9]*/harbour-dispatch.example/g; s/127\.0\.0\.1/harbour-dispatch.example/g" > "$work/alert.html"
picture inbox 1200 760 "http://127.0.0.1:$port/"
picture alert 680 600 "file://$work/alert.html"
ls -l docs/images/*.png
