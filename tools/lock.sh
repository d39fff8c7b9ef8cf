#!/usr/bin/env bash
# Resolves requirements.txt and requirements-dev.txt anew: versions and the hashes of every file of each, no addresses.
# Usage: tools/lock.sh PYTHON
set -euo pipefail

python=${1:?the Python to resolve with; the oldest supported one}
tool=build/lock
[ -x $tool/bin/pip-compile ] || { "$python" -m venv --clear $tool; $tool/bin/pip install -qq pip-tools; }

resolve() {
    $tool/bin/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-annotate \
        --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options "$@" \
        pyproject.toml
}

resolve --output-file requirements.txt
resolve --extra dev --constraint requirements.txt --output-file requirements-dev.txt
