#!/usr/bin/env bash
# Publishes what the image holds under /app: newswatch and its packages for Linux, without .NET itself.
# Usage: infra/container/publish.sh FOLDER [RID]   RID: linux-x64 (default on such a machine), linux-arm64
set -euo pipefail
folder=$(realpath -m "${1:?a folder}")
cd "$(dirname "$0")/../.."
case ${2:-$(uname -m)} in
  linux-x64 | x86_64) rid=linux-x64 ;;
  linux-arm64 | aarch64) rid=linux-arm64 ;;
  *) echo "$0: no image for ${2:-$(uname -m)}" >&2; exit 2 ;;
esac
export CI=true # as CI builds: the packages as locked, and no trace of the folder
dotnet publish src/NewsWatch.Cli -c Release -r "$rid" --no-self-contained -nologo -v quiet -p:PackAsTool=false -p:UseAppHost=false \
  -p:DebugType=none -p:PublishDocumentationFiles=false -p:PublishReferencesDocumentationFiles=false -o "$folder"
