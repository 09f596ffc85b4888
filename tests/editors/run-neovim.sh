#!/usr/bin/env bash
# Runs the Neovim test against a dateline program, on a copy of seeds/.
#   run-neovim.sh BINARY             the test: TAP lines, "N passed, N failed"
#   run-neovim.sh --faults BINARY    the test of the test: it must go red for each planted fault
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
faults=
if [ "${1:-}" = --faults ]; then
  faults=yes
  shift
fi
binary=$(realpath "${1:?usage: run-neovim.sh [--faults] BINARY}")
nvim=$("$here/install-neovim.sh")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

drive() { # NAME: a fresh copy of the articles each time, and NAME/dateline first on the PATH
  cp -r "${DATELINE_SEEDS:-$root/seeds}" "$work/$1/articles"
  mkdir "$work/$1/home"
  env -u XDG_CONFIG_HOME -u XDG_DATA_HOME -u XDG_STATE_HOME -u XDG_CACHE_HOME \
    PATH="$work/$1:$PATH" HOME="$work/$1/home" LC_ALL=C.UTF-8 timeout 120 \
    "$nvim" --headless --clean -l "$here/neovim.lua" "$root/editors/neovim" "$work/$1/articles"
}

if [ -z "$faults" ]; then
  mkdir "$work/test"
  ln -s "$binary" "$work/test/dateline"
  drive test
  exit
fi

# Each fault, and the check that must notice it.
faults=(
  'definition-stays CTRL-] jumps to another article'
  'definition-misses the cursor stands on the name there'
  'references-here the folder is read'
  'references-stray each of them is a mention of that name'
  'diagnostics-stay mending the weekday takes the report away'
  'hover-empty K opens a card with the name on it'
  'accents-matter workspace symbols: "Erdogan" finds the name with its accents'
  'exit-ignored the server ends by itself, with status 0'
)
export DATELINE_PATIENCE=1500 # ms: here checks are meant to run out of it
for each in "${faults[@]}"; do
  fault=${each%% *}
  mkdir "$work/$fault"
  printf '#!/bin/sh\nexec python3 %q %q %q "$@"\n' "$here/faulty.py" "$fault" "$binary" >"$work/$fault/dateline"
  chmod +x "$work/$fault/dateline"
  drive "$fault" >"$work/$fault/log" 2>"$work/$fault/messages" && echo green >"$work/$fault/verdict" &
done
wait
passed=0 failed=0
for each in "${faults[@]}"; do
  fault=${each%% *} check=${each#* }
  if [ ! -e "$work/$fault/verdict" ] && sed -n 's/^not ok [0-9]* - //p' "$work/$fault/log" | grep -qF "$check #"; then
    echo "ok - $fault is caught by: $check"
    passed=$((passed + 1))
  else
    echo "not ok - $fault must be caught by: $check"
    sed 's/^/# /' "$work/$fault/log" "$work/$fault/messages"
    failed=$((failed + 1))
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
