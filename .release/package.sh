#!/bin/sh
# Makes a Debian package of this source tree: sh .release/package.sh [FOLDER]
#
# FOLDER (build/package unless told otherwise) gets matchday_VERSION-1_ARCH.deb, beside it
# .changes and .buildinfo. The version comes from meson.build, what is new from
# CHANGELOG.md, the date from SOURCE_DATE_EPOCH or the last commit. DEBFULLNAME and
# DEBEMAIL name who makes it; DEB_BUILD_OPTIONS=nocheck leaves out the tests.
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
folder=${1:-$top/build/package}
version=$(sed -n "s/^  version: '\(.*\)',\$/\1/p" "$top/meson.build")
[ -n "$version" ] || {
    echo 'package.sh: meson.build has no version' >&2
    exit 1
}
maintainer="${DEBFULLNAME:-The matchday authors} <${DEBEMAIL:-matchday@example.org}>"

# The last commit; where there is no history, as in what 'meson dist' made, the newest
# file.
newest() {
    git -C "$top" log -1 --format=%ct 2>/dev/null ||
        find "$top" -name build -prune -o -type f -printf '%T@\n' | sort -n |
        sed -n '$s/[.].*//p'
}
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(newest)}
export SOURCE_DATE_EPOCH

# The section of this version in CHANGELOG.md, as Debian writes it.
changelog() {
    state=unstable
    ! grep -q "^## $version, not released yet" "$top/CHANGELOG.md" || state=UNRELEASED
    printf 'matchday (%s-1) %s; urgency=medium\n\n' "$version" "$state"
    awk -v version="$version" '
        /^## / { is_in = index($0, "## " version) == 1; next }
        is_in && NF { sub(/^- /, "* "); sub(/^ +/, "  "); print "  " $0 }
    ' "$top/CHANGELOG.md" | fold -s -w 78 | sed 's/^\([^ ]\)/    \1/'
    printf '\n -- %s  %s\n' "$maintainer" "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")"
}

mkdir -p "$folder"
folder=$(CDPATH='' cd -- "$folder" && pwd -P)
source=$folder/matchday-$version
rm -rf "$source"
mkdir "$source"
(cd "$top" && tar -c --exclude='./build*' --exclude='./out*' --exclude=./.git .) |
    tar -x -C "$source"
mv "$source/.release/debian" "$source/debian"
sed -i "s/@MAINTAINER@/$maintainer/" "$source/debian/control"
changelog >"$source/debian/changelog"
cd "$source"
dpkg-buildpackage -b -us -uc
rm -rf "$source"
ls -l "$folder"/matchday_"$version"-1_*.deb
