#!/usr/bin/env bash
# usage: scripts/python-tools.sh <requirements file>
# Installs pinned packages into a virtual environment in the user's cache, once for each content of the file, and
# prints its folder.
set -euo pipefail
requirements=$1
version=$(python3 -c 'import platform; print(platform.python_version())')
digest=$(sha256sum "$requirements" | cut -c1-16)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/credential-report-collector
environment=$cache/python-$version-$digest
mkdir -p "$cache"
exec 9>"$environment.lock"
flock 9
# Marked when it is whole: an installation that was interrupted is made anew.
if [ ! -e "$environment/whole" ]; then
  rm -rf "$environment"
  python3 -m venv "$environment" >&2
  "$environment/bin/pip" install --quiet --disable-pip-version-check --no-deps --requirement "$requirements" >&2
  "$environment/bin/pip" check >&2
  touch "$environment/whole"
fi
echo "$environment"
