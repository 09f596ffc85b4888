#!/usr/bin/env bash
# Installs the VS Code that the tests drive, and prints its folder: a real workbench
# (code-server) from npm, and Debian's Chromium to look at it.
#   install-vscode.sh    into ${DATELINE_TOOLS:-${XDG_CACHE_HOME:-~/.cache}/dateline-tools}/vscode
# About 2 min and 330 MB, with Chromium 40 s and 440 MB more. Needs node 20, and root for apt.
#
# code-server's own postinstall downloads prebuilt programs from elsewhere, so its scripts do
# not run: the few native modules that are needed are built here and Debian's ripgrep is linked.
set -euo pipefail
version=4.100.3 # = VS Code 1.100.3
playwright=1.65.1
tools=${DATELINE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/dateline-tools}
prefix=$tools/vscode
mkdir -p "$prefix"
exec 9>"$prefix/.lock"
flock 9 # two runs on one machine install once
exec 3>&1 1>&2 # only the folder goes to standard output

packages=()
command -v chromium >/dev/null || packages+=(chromium fonts-dejavu-core)
command -v rg >/dev/null || packages+=(ripgrep)
command -v make >/dev/null && command -v g++ >/dev/null || packages+=(build-essential)
command -v curl >/dev/null || packages+=(curl)
if [ ${#packages[@]} -gt 0 ]; then
  echo "installing ${packages[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    -o DPkg::Lock::Timeout=600 "${packages[@]}" >/dev/null
fi

stamp="code-server $version, playwright-core $playwright, node $(node --version)"
if [ "$(cat "$prefix/.version" 2>/dev/null)" != "$stamp" ]; then
  find "$prefix" -mindepth 1 -maxdepth 1 ! -name .lock -exec rm -rf {} +
  cd "$prefix"
  # node-gyp takes the headers that lie beside the node that runs, so that none are downloaded
  export npm_config_nodedir
  npm_config_nodedir=$(node -p 'require("path").dirname(require("path").dirname(process.execPath))')
  quiet=(--no-audit --no-fund --ignore-scripts --loglevel=error)
  echo '{"private": true}' >package.json
  npm install "${quiet[@]}" "code-server@$version" "playwright-core@$playwright"
  npm rebuild --build-from-source argon2 >/dev/null
  cd node_modules/code-server/lib/vscode
  npm install "${quiet[@]}" --omit=dev
  (cd extensions && npm install "${quiet[@]}" --omit=dev)
  for module in @vscode/spdlog native-watchdog; do
    npm rebuild "$module" >/dev/null
  done
  ln -sfn node_modules node_modules.asar
  mkdir -p node_modules/@vscode/ripgrep/bin
  ln -sf "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
  ln -sf code-linux.sh bin/remote-cli/code-server
  ln -sf browser-linux.sh bin/helpers/browser.sh
  "$prefix/node_modules/.bin/code-server" --version
  echo "$stamp" >"$prefix/.version"
fi
echo "$prefix" >&3
