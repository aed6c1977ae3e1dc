#!/usr/bin/env bash
# Brings Azurite, which the tests of the Azure store run against, into tests/.azurite (not kept in git).
set -euo pipefail
version=3.37.0
folder="$(dirname "$0")/.azurite"
package="$folder/node_modules/azurite/package.json"
if [ -n "${NEWSWATCH_AZURITE:-}" ] || grep -qs "\"version\": \"$version\"" "$package"; then exit 0; fi
npm install --prefix "$folder" --no-save --no-package-lock --no-audit --no-fund --loglevel=error "azurite@$version"
