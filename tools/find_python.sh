#!/bin/sh
# Prints the Python to make the environment with: 3.11, 3.12 or 3.13, the machine's own before others.
for candidate in python3 python3.13 python3.12 python3.11 python; do
    if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1; then
        command -v "$candidate"
        exit 0
    fi
done
echo "AcuChart needs Python 3.11, 3.12 or 3.13." >&2
exit 1
