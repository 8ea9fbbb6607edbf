#!/usr/bin/env bash
# Installs what packages.txt lists and this machine lacks: the first section always, then each section named as an argument.
# Asks apt only when something is missing, and sudo only when not root.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
missing=()
section=build
while read -r name provides; do
  case "$name" in
    ''|'#'*) continue ;;
    '['*) section=${name//[\[\]]/}; continue ;;
  esac
  [[ $section == build || " $* " == *" $section "* ]] || continue
  if [[ -n $provides ]] && { command -v "$provides" || [[ -e $provides ]]; } >/dev/null 2>&1; then continue; fi
  dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
done < "$root/packages.txt"

if ((${#missing[@]})); then
  as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || { echo "Tradewind needs these packages and there is no sudo: ${missing[*]}. Install them as root, then run make again." >&2; exit 2; }
    as_root=(sudo)
  fi
  echo "Installing ${missing[*]}" >&2
  export DEBIAN_FRONTEND=noninteractive
  "${as_root[@]}" apt-get update -qq >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
fi

# npm brings DuckDB's library and header and the chart scripts; the lock file pins them.
if [[ ! -e "$root/node_modules/.package-lock.json" || "$root/package-lock.json" -nt "$root/node_modules/.package-lock.json" ]]; then
  echo "Installing npm packages" >&2
  (cd "$root" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2 && touch node_modules/.package-lock.json)
fi
