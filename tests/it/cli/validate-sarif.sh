#!/usr/bin/env bash
# Holds what `dateline check --format sarif` writes against the OASIS schema and the rules of the SARIF
# multitool, which is installed from npm on first use (104 MB).
#   validate-sarif.sh BINARY
set -euo pipefail
binary=$(realpath "$1")
version=5.7.0
seeds=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../seeds" && pwd)
tools=${DATELINE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/dateline-tools}/sarif
command -v npm >/dev/null || { apt-get update -qq && apt-get install --yes --no-install-recommends nodejs npm; }
if [ "$(cat "$tools/.version" 2>/dev/null)" != "$version" ]; then
  mkdir -p "$tools"
  echo '{"private": true}' >"$tools/package.json"
  npm install --prefix "$tools" --no-audit --no-fund --loglevel=error "@microsoft/sarif-multitool@$version"
  echo "$version" >"$tools/.version"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Prints the errors of a log; the tool itself always ends with 0.
errors() {
  DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 "$tools/node_modules/.bin/sarif-multitool" \
    validate "$1" --output report.sarif --log ForceOverwrite >/dev/null
  node -e 'const { results } = JSON.parse(require("fs").readFileSync("report.sarif")).runs[0];
    for (const one of results) if (one.level === "error") console.log(JSON.stringify(one))'
}

# Every kind of result: new, known, gone, suppressed in a comment, suppressed in the file, stale.
cp -r "$seeds" seeds
"$binary" check seeds --write-baseline known.json >/dev/null
fingerprint=$("$binary" check seeds --format json | grep -o '"fingerprint":"[0-9a-f]*"' | head -n 1) || true
mkdir seeds/.dateline
printf '{%s,"path":"brief.md","reason":"as agreed"}\n{"fingerprint":"0123456789abcdef"}\n' \
  "$fingerprint" >seeds/.dateline/suppressions.jsonl
sed -i 's/Friday, 16 September 2020/Friday, 17 September 2020/' seeds/brief.md
echo 'They met on 31 November 2019. <!-- dateline-ignore impossible-date: as printed -->' >seeds/note.md
"$binary" check seeds --baseline known.json --format sarif >all.sarif || [ $? = 1 ]
for wanted in '"new"' '"unchanged"' '"absent"' '"inSource"' '"external"' '"ruleId":"stale-suppression"'; do
  grep -q "$wanted" all.sarif || { echo "the log has no $wanted"; exit 1; }
done
"$binary" check seeds/005_dollar-after-easter.txt --format sarif >none.sarif
for log in all none; do
  found=$(errors $log.sarif)
  [ -z "$found" ] || { echo "$log: $found"; exit 1; }
done

# A log that is wrong is noticed.
sed 's/"kind":"external"/"kind":"none"/' all.sarif >wrong.sarif
[ -n "$(errors wrong.sarif)" ] || { echo "the validator notices nothing"; exit 1; }
echo "SARIF holds against its schema"
