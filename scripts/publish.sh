#!/usr/bin/env bash
# Builds newswatch as one file that needs no .NET on the machine, for each platform named, or for all.
# Usage: scripts/publish.sh [RID...]   RID: linux-x64, linux-arm64, win-x64, osx-arm64
# Writes artifacts/RID/newswatch (.exe on Windows), its bill of materials newswatch.cdx.json, and artifacts/SHA256SUMS, and prints the sizes.
set -euo pipefail
cd "$(dirname "$0")/.."

platforms=("$@")
[ $# -gt 0 ] || platforms=(linux-x64 linux-arm64 win-x64 osx-arm64)

export CI=true # as CI builds: the packages as locked, and no trace of the folder
for rid in "${platforms[@]}"; do
  case $rid in linux-x64 | linux-arm64 | win-x64 | osx-arm64) ;; *) echo "$0: no platform $rid; see the head of this file" >&2; exit 2 ;; esac
  rm -rf "artifacts/$rid"
  dotnet publish src/NewsWatch.Cli -c Release -r "$rid" -v quiet -nologo -p:SingleFile=true -o "artifacts/$rid"
  suffix=""
  [ "$rid" != win-x64 ] || suffix=.exe
  rm -f "artifacts/$rid"/*.pdb
  mv "artifacts/$rid/NewsWatch.Cli$suffix" "artifacts/$rid/newswatch$suffix"
  scripts/sbom.sh "$rid"
done

cd artifacts
sha256sum ./*/newswatch ./*/newswatch.exe ./*/newswatch.cdx.json 2>/dev/null > SHA256SUMS || true
printf '%-14s %8s\n' platform MiB
for file in ./*/newswatch ./*/newswatch.exe; do
  [ -e "$file" ] || continue
  printf '%-14s %8s\n' "$(basename "$(dirname "$file")")" "$(awk -v bytes="$(stat -c %s "$file")" 'BEGIN { printf "%.1f", bytes / 1048576 }')"
done
