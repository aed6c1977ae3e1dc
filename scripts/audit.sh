#!/usr/bin/env bash
# Looks up every package of the lock files, those that packages bring too, in the advisories that the package sources serve.
# Usage: scripts/audit.sh [--required]
# Ends with 0 where none has a known vulnerability of any severity, with 1 where one has. Where no source serves advisories, or none can be
# reached, it says so in a line that begins "not audited", and ends with 0, or with 3 if an audit is required.
set -euo pipefail
cd "$(dirname "$0")/.."

served=0
for source in $(dotnet nuget list source --format short | sed -nE 's/^E (http[^ ]*)$/\1/p'); do
  ! curl --silent --fail --location --max-time 30 "$source" | grep -q VulnerabilityInfo || served=$((served + 1))
done
if [ "$served" = 0 ]; then
  echo "not audited: no package source that is set up here serves advisories"
  [ "${1:-}" != --required ] || exit 3
  exit 0
fi

dotnet restore NewsWatch.sln --locked-mode --force -v quiet -p:NuGetAudit=true -p:CI=true
echo "audited: no package has a known vulnerability, by the advisories of $served source(s)"
