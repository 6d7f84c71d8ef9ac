#!/usr/bin/env bash
# usage: scripts/maven-tools.sh <artifacts file>
# Downloads pinned artifacts (lines of SHA-256 and group:artifact:version:type) into the user's cache, once for each
# content of the file, unpacks archives, and prints the folder: jars as they are, what a tar file holds, and what a zip file holds (a plugin) below plugins/.
set -euo pipefail
artifacts=$1
goal=org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy
digest=$(sha256sum "$artifacts" | cut -c1-16)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/credential-report-collector
folder=$cache/maven-$digest
mkdir -p "$cache"
command -v mvn >/dev/null || { echo "Maven is not installed (mvn)" >&2; exit 1; }
exec 9>"$folder.lock"
flock 9
# Marked when it is whole: a download that was interrupted is made anew.
if [ ! -e "$folder/whole" ]; then
  rm -rf "$folder"
  downloads=$folder/downloads
  mkdir -p "$downloads"
  while read -r sha256 coordinates; do
    # With a repository of its own: half a gigabyte need not stay in the user's.
    timeout 20m mvn --batch-mode --quiet "$goal" "-Dmaven.repo.local=$folder/repository" "-Dartifact=$coordinates" "-DoutputDirectory=$downloads" >&2
    IFS=: read -r _ artifact version type <<<"$coordinates"
    file=$downloads/$artifact-$version.$type
    echo "$sha256  $file" | sha256sum --check --quiet >&2
    case $type in
      jar) mv "$file" "$folder/$artifact-$version.jar" ;;
      zip) python3 -m zipfile -e "$file" "$folder/plugins" ;;
      tar.gz) tar -xzf "$file" -C "$folder" ;;
    esac
  done <"$artifacts"
  rm -rf "$downloads" "$folder/repository"
  touch "$folder/whole"
fi
echo "$folder"
