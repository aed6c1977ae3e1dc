#!/usr/bin/env bash
# Writes bills of materials (CycloneDX, JSON): every package that ships, with version, hash and licence, as the lock files have them.
# Usage: scripts/sbom.sh            artifacts/sbom/newswatch.cdx.json, functions.cdx.json and functions-host.cdx.json
#        scripts/sbom.sh RID        artifacts/RID/newswatch.cdx.json, with .NET, which one file for a platform holds too
# The first is of the .NET tool and of the container's image. functions-host lists all that the Functions host's extensions were resolved to;
# the host brings most of it itself, and docs/licences.md says what is published. A commit gives the same bytes each time.
set -euo pipefail
cd "$(dirname "$0")/.."
rid=${1:-}
version=$(sed -nE 's/.*<Version>(.*)<\/Version>.*/\1/p' Directory.Build.props)
made=$(date --utc --date "@${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}" +%Y-%m-%dT%H:%M:%SZ)
# Packages that are referenced for the build alone, in a way that the tool does not see. A test compares the bills with what is published.
unshipped=BouncyCastle.Cryptography,Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore.Analyzers
dotnet tool restore > /dev/null

# bill NAME PROJECT FOLDER: what was restored for PROJECT, without what only builds it
bill() {
  dotnet tool run dotnet-CycloneDX -- "$2" --output "$3" --filename "$1.cdx.json" --output-format Json --spec-version 1.6 --no-serial-number \
    --exclude-dev --exclude-filter "$unshipped" --disable-package-restore --set-name "$1" --set-version "$version" \
    ${rid:+--framework net10.0 --runtime "$rid"} > "$3/$1.log" || { cat "$3/$1.log" >&2; exit 1; }
  rm "$3/$1.log"
  sed -i -E "s/(\"timestamp\": \")[^\"]*/\1$made/" "$3/$1.cdx.json"
}

# net PACK: .NET's own pack as a component, by the hash of what was restored
net() {
  local pack=$1 folder of
  of=$(sed -nE "/\"name\": \"$pack\"/{n;s/.*\[([^,]*),.*/\1/p}" src/NewsWatch.Cli/obj/project.assets.json | head -1)
  [ -n "$of" ] || { echo "$0: $pack was not restored: publish for $rid first" >&2; exit 1; }
  folder=$(dotnet nuget locals global-packages --list --force-english-output | sed 's/^[^:]*: //')
  printf '    {\n      "type": "framework",\n      "bom-ref": "pkg:nuget/%s@%s",\n      "name": "%s",\n      "version": "%s",\n' "$pack" "$of" "$pack" "$of"
  printf '      "scope": "required",\n      "hashes": [ { "alg": "SHA-512", "content": "%s" } ],\n' \
    "$(base64 --decode "$folder/${pack,,}/$of/${pack,,}.$of.nupkg.sha512" | od -An -v -tx1 | tr -d ' \n' | tr a-f A-F)"
  printf '      "licenses": [ { "license": { "id": "MIT" } } ],\n      "purl": "pkg:nuget/%s@%s"\n    },\n' "$pack" "$of"
}

if [ -n "$rid" ]; then
  bill newswatch src/NewsWatch.Cli/NewsWatch.Cli.csproj "artifacts/$rid"
  runtime=Microsoft.NETCore.App.Runtime
  ! grep -q "\"$runtime.NativeAOT.$rid\"" src/NewsWatch.Cli/obj/project.assets.json || runtime+=.NativeAOT
  { net "$runtime.$rid"; net "Microsoft.AspNetCore.App.Runtime.$rid"; } > "artifacts/$rid/net.json"
  sed -i "/^  \"components\": \[/r artifacts/$rid/net.json" "artifacts/$rid/newswatch.cdx.json"
  rm "artifacts/$rid/net.json"
  exit 0
fi

mkdir -p artifacts/sbom
dotnet restore NewsWatch.sln -v quiet
bill newswatch src/NewsWatch.Cli/NewsWatch.Cli.csproj artifacts/sbom
bill functions src/NewsWatch.Functions/NewsWatch.Functions.csproj artifacts/sbom
host=src/NewsWatch.Functions/obj/${CONFIGURATION:-Release}/net10.0/WorkerExtensions/WorkerExtensions.csproj
[ -e "$host" ] || dotnet build src/NewsWatch.Functions -c "${CONFIGURATION:-Release}" -v quiet -nologo
bill functions-host "$host" artifacts/sbom
