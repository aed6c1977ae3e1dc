#!/usr/bin/env bash
# What the dev container has besides .NET and Node: Azure Functions Core Tools, Azurite, the packages, and settings of the function app.
set -euo pipefail
cd "$(dirname "$0")/.."
npm install --global --no-audit --no-fund azure-functions-core-tools@4
tests/azurite.sh
dotnet restore NewsWatch.sln
settings=src/NewsWatch.Functions/local.settings.json
[ -e "$settings" ] || cp src/NewsWatch.Functions/local.settings.sample.json "$settings"
