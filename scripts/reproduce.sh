#!/usr/bin/env bash
# Shows that a commit gives the same bytes wherever it is built: builds newswatch of HEAD in two folders, and compares its own assemblies.
# Built as a release is, without debug files: those hold the text of generated sources, with the folder in it. Takes some minutes. Ends with 0 where all are the same, with 1 where one differs.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CI=true
for folder in one another/place; do
  git clone --quiet --no-hardlinks . "$work/$folder"
  (cd "$work/$folder" && dotnet build src/NewsWatch.Cli -c Release -v quiet -nologo -p:DebugType=none -p:RunAnalyzers=false -nodeReuse:false)
  (cd "$work/$folder/src/NewsWatch.Cli/bin/Release/net10.0" && sha256sum NewsWatch*.dll) > "$work/$(basename "$folder").sums"
done
cat "$work/one.sums"
if cmp -s "$work/one.sums" "$work/place.sums"; then echo "the same in both folders"; else diff "$work/one.sums" "$work/place.sums"; exit 1; fi
