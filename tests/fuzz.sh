#!/usr/bin/env bash
# Fuzzes what reads hostile bytes, guided by what they make run: tests/fuzz.sh TARGET|all SECONDS
# Needs the .NET SDK and AFL++ (afl-fuzz; on Debian it is installed where it is missing). Crashes and hangs are left in artifacts/fuzz/found:
# mend the kind, and keep the input as tests/NewsWatch.Fuzz/Corpora/TARGET/crash-WHAT-IT-SHOWS, where every test run reads it.
set -uo pipefail
cd "$(dirname "$0")/.."

if [ $# -ne 2 ]; then sed -n 2p "$0" >&2; exit 2; fi
if ! command -v afl-fuzz >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq afl++; } >/dev/null 2>&1
fi
command -v afl-fuzz >/dev/null || { echo "afl-fuzz is not there: install AFL++." >&2; exit 1; }

out=artifacts/fuzz
program=$out/program/NewsWatch.Fuzz.dll
rm -rf "$out/program"
dotnet tool restore >/dev/null && dotnet publish tests/NewsWatch.Fuzz -c Release -v quiet -nologo -o "$out/program" || exit 1
# The readers, and the one library whose own paths decide whether an input gets as far as they.
for library in "$out"/program/NewsWatch.dll "$out"/program/UglyToad.PdfPig*.dll; do
  dotnet sharpfuzz "$library" >/dev/null || exit 1
done

# A runtime is no native program, its crashes are told by SharpFuzz, and the machine's settings are not ours to change.
export AFL_SKIP_BIN_CHECK=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_SKIP_CPUFREQ=1 AFL_NO_AFFINITY=1 AFL_NO_UI=1 AFL_FAST_CAL=1
# Compiled once and not again while it runs, which would count as another path.
export DOTNET_TieredPGO=0 DOTNET_gcServer=0

targets=$1
[ "$targets" = all ] && targets=$(dotnet "$program" targets)
status=0
for target in $targets; do
  corpus=tests/NewsWatch.Fuzz/Corpora/$target
  words=$(dotnet "$program" dictionary "$target") || exit 2
  rm -rf "${out:?}/$target"
  mkdir -p "$out/found"
  timeout $(($2 + 120)) afl-fuzz -V "$2" -t 5000 -m none -G 65536 -i "$corpus" -o "$out/$target" ${words:+-x "$words"} \
    -- dotnet "$program" fuzz "$target" >"$out/$target.log" 2>&1
  stats=$out/$target/default/fuzzer_stats
  if [ ! -f "$stats" ]; then
    echo "$target: afl-fuzz did not start:" >&2
    tail -20 "$out/$target.log" >&2
    status=1
    continue
  fi
  value() { sed -nE "s/^$1 +: (.*)$/\1/p" "$stats"; }
  echo "$target: $(value run_time) s, $(value execs_done) inputs, $(value execs_per_sec) a second, $(value corpus_count) paths," \
    "$(value saved_crashes) crashes, $(value saved_hangs) hangs"
  for finding in "$out/$target"/default/{crashes,hangs}/id*; do
    [ -f "$finding" ] || continue
    status=1
    least=$out/found/$target-$(basename "$(dirname "$finding")")-$(md5sum <"$finding" | cut -c1-8)
    # A hang is as long as it must be.
    case $finding in
      */crashes/*) timeout 120 afl-tmin -m none -t 5000 -i "$finding" -o "$least" -- dotnet "$program" fuzz "$target" >/dev/null 2>&1 || cp "$finding" "$least" ;;
      *) cp "$finding" "$least" ;;
    esac
    dotnet "$program" read "$target" "$least" | head -4
  done
done
exit $status
