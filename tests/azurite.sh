#!/usr/bin/env bash
# Brings Azurite, which the tests of the Azure store run against, into tests/.azurite (not kept in git): the versions of tests/azurite, with the
# hashes of its lock file, and without the scripts that packages would run. A new version: change package.json there, then
#   npm install --package-lock-only --omit-lockfile-registry-resolved --prefix tests/azurite
set -euo pipefail
cd "$(dirname "$0")"
[ -z "${NEWSWATCH_AZURITE:-}" ] || exit 0
! cmp -s azurite/package-lock.json .azurite/installed.json || exit 0
mkdir -p .azurite
cp azurite/package.json azurite/package-lock.json .azurite
npm ci --prefix .azurite --ignore-scripts --no-audit --no-fund --loglevel=error
cp azurite/package-lock.json .azurite/installed.json
