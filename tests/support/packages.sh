# Installs what a fresh Debian lacks, for examples/demo.sh and tests/run.sh, which
# source this file and call
#
#     need PACKAGE PROBE      for everything, then
#     install_missing
#
# A PROBE is a command ("meson"), a header ("glpk.h") or a file ("/usr/share/..."):
# what is there by other means than apt is not installed again.

missing=

# The whole of CC, which may be two words: "ccache gcc".
compiler() {
    for name in "${CC:-}" cc gcc clang; do
        if command -v "${name%% *}" >/dev/null 2>&1; then
            printf '%s\n' "$name"
            return
        fi
    done
    return 1
}

is_there() {
    case $1 in
    /*) [ -e "$1" ] ;;
    *.h)
        cc=$(compiler) &&
            printf '#include <stddef.h>\n#include <stdio.h>\n#include <%s>\n' "$1" |
            # shellcheck disable=SC2086 # words of a command
            $cc -E - >/dev/null 2>&1
        ;;
    cc) compiler >/dev/null ;;
    *) command -v "$1" >/dev/null 2>&1 ;;
    esac
}

need() {
    is_there "$2" || missing="$missing $1"
}

# What the program is built from.
need_build_packages() {
    need gcc cc
    need libc6-dev stdlib.h
    need pkg-config pkg-config
    need meson meson
    need ninja-build ninja
    need libcjson-dev cjson/cJSON.h
    need libcsv-dev csv.h
    need libcurl4-openssl-dev curl/curl.h
    need libexpat1-dev expat.h
    need libglpk-dev glpk.h
    need libical-dev libical/ical.h
    need libutf8proc-dev utf8proc.h
    need libxlsxwriter-dev xlsxwriter.h
    need libzip-dev zip.h
    need nettle-dev nettle/sha2.h
    need tzdata /usr/share/zoneinfo/Europe/Brussels
}

# What tests/run.sh --full runs besides.
need_full_packages() {
    need openssl openssl
    need python3-aiosmtpd /usr/lib/python3/dist-packages/aiosmtpd
    need python3-icalendar /usr/lib/python3/dist-packages/icalendar
    need python3-vobject /usr/lib/python3/dist-packages/vobject
    need radicale radicale
    need khal khal
    need nodejs node
    need npm npm
    need chromium chromium
    need libreoffice-calc soffice
    need clang clang
    need clang-tidy clang-tidy
    need clang-tools scan-build
    need cppcheck cppcheck
    need valgrind valgrind
    need libc6-dbg /usr/lib/debug/.build-id
    need groff-base groff
    need git git
    need xz-utils xz
    need debhelper dh
    need dpkg-dev dpkg-buildpackage
    need debootstrap debootstrap
    need lintian lintian
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

# A mirror that does not answer is no reason to give up: what was fetched before
# may do.
run_apt() {
    as_root apt-get -q update >/dev/null ||
        printf 'The list of packages could not be renewed; trying with the old one.\n' >&2
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -q install -y --no-install-recommends "$@" >/dev/null
}

can_install() {
    command -v apt-get >/dev/null 2>&1 &&
        { [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null 2>&1; }
}

install_missing() {
    if [ -z "$missing" ]; then
        return 0
    fi
    printf 'Installing with apt-get:%s\n' "$missing"
    # shellcheck disable=SC2086 # a list of words
    if can_install && run_apt $missing; then
        return 0
    fi
    printf 'That was not possible. Please install, under the names of your system:%s\n' \
        "$missing" >&2
    return 1
}

# has_module FOLDER NAME VERSION
has_module() {
    grep -qF "\"version\": \"$3\"" "$1/node_modules/$2/package.json" 2>/dev/null
}

# install_modules FOLDER: modules of node's, which no Debian has; from npm into
# FOLDER/node_modules. Without them some tests are left out: ical.js reads calendars;
# puppeteer-core and axe-core, only where there is a Chromium, look at pages. They are
# named together, as npm takes away what it is not told of.
install_modules() {
    folder=$1
    set -- "ical.js 2.2.1"
    if command -v chromium >/dev/null 2>&1; then
        set -- "$@" "puppeteer-core 24.43.1" "axe-core 4.14.1"
    fi
    names=
    is_complete=true
    for module; do
        name=${module% *}
        has_module "$folder" "$name" "${module#* }" || is_complete=false
        names="$names $name@${module#* }"
    done
    if $is_complete; then
        return 0
    fi
    printf 'Installing with npm:%s\n' "$names"
    # shellcheck disable=SC2086 # a list of words
    npm install --silent --no-save --ignore-scripts --no-audit --no-fund \
        --prefix "$folder" $names >/dev/null 2>&1 ||
        printf 'That was not possible: the tests with them are left out.\n' >&2
}
