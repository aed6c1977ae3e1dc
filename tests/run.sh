#!/usr/bin/env bash
# Runs every test. Needs the .NET SDK and Node; brings Azurite (npm) and, on Debian, Chromium (apt) where they are missing.
# Ends with a line "N passed, N failed, N skipped"; exit code 0 only where none failed and some passed.
set -uo pipefail
cd "$(dirname "$0")/.."

if [ -x tests/azurite.sh ]; then tests/azurite.sh || echo "Azurite could not be installed: the tests of the Azure store will be skipped." >&2; fi
if ! command -v chromium >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 \
    || echo "Chromium could not be installed: the tests of pages in a browser will be skipped." >&2
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet build NewsWatch.sln -c Release -v quiet -nologo -p:RestoreLockedMode=true || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
dotnet test NewsWatch.sln -c Release --no-build -nologo "$@" 2>&1 | tee "$log"
status=${PIPESTATUS[0]}

# The runner closes each project with: Passed!  - Failed: 0, Passed: 12, Skipped: 1, Total: 13, ...
counts=$(sed -nE 's/^(Passed|Failed|Skipped)! +- Failed: +([0-9]+), Passed: +([0-9]+), Skipped: +([0-9]+),.*/\3 \2 \4/p' "$log" |
  awk '{p += $1; f += $2; s += $3} END {print p + 0, f + 0, s + 0}')
read -r passed failed skipped <<<"$counts"
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
