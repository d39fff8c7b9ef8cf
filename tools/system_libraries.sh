#!/usr/bin/env bash
# Sees that the machine has what Qt, its windows without a display, and pictures of PDF pages need.
# Installs only what is missing, with apt when that is possible, and prints the one command otherwise.
# Usage: tools/system_libraries.sh PYTHON
set -euo pipefail

python=${1:?the Python to make the environment with}
[ "$(uname -s)" = Linux ] || exit 0
export PATH="$PATH:/usr/sbin:/sbin"

# Without these the program does not start: file name of the library, Debian package.
needed='
libglib-2.0.so.0 libglib2.0-0
libEGL.so.1 libegl1
libGL.so.1 libgl1
libxkbcommon.so.0 libxkbcommon0
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libfreetype.so.6 libfreetype6
libX11.so.6 libx11-6
libbrotlidec.so.1 libbrotli1
'

# Without these there are no windows under X.
windows='
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-xkb.so.1 libxcb-xkb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libX11-xcb.so.1 libx11-xcb1
libxcb-util.so.1 libxcb-util1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-sync.so.1 libxcb-sync1
libxcb-glx.so.0 libxcb-glx0
'

# Programs the tests and the pictures use: command, Debian package.
programs='
Xvfb xvfb
xauth xauth
pdftoppm poppler-utils
'

loaded=$(ldconfig -p)

missing_libraries() {
    local library package
    while read -r library package; do
        [ -z "$library" ] || grep -qF "$library " <<<"$loaded" || echo "$package"
    done <<<"$1"
}

missing_programs() {
    local command package
    while read -r command package; do
        [ -z "$command" ] || command -v "$command" >/dev/null || echo "$package"
    done <<<"$1"
}

must=$(missing_libraries "$needed")
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    must+=$'\n'$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
fi
should=$(missing_libraries "$windows"; missing_programs "$programs")
[ -d /usr/share/X11/xkb ] || should+=$'\n'xkb-data
wanted=$(echo $must $should)
[ -n "$wanted" ] || exit 0

if command -v apt-get >/dev/null; then
    become=""
    [ "$(id -u)" = 0 ] || become="sudo -n"
    if [ -z "$become" ] || sudo -n true 2>/dev/null; then
        echo "Installing what this machine lacks: $wanted"
        $become env DEBIAN_FRONTEND=noninteractive apt-get -qq update >/dev/null
        $become env DEBIAN_FRONTEND=noninteractive \
            apt-get -qq install --yes --no-install-recommends $wanted >/dev/null
        exit 0
    fi
    echo "This machine lacks: $wanted"
    echo "Please run: sudo apt-get install $wanted"
else
    echo "This machine lacks what Debian calls: $wanted"
    echo "Please install it with the package manager of your system."
fi
[ -z "$(echo $must)" ]
