# What "meson install" puts where, that it is whole without this folder, and that the
# version stands in one place.
. "$(dirname "$0")/lib.sh"

build=$(dirname "$(dirname "$program")")
version=$(sed -n "s/^  version: '\(.*\)',\$/\1/p" "$source_root/meson.build")
holds [ -n "$(echo "$version" | grep -xE '(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?')" ]
run 0 --version
says stdout "^matchday $version\$"
run 0 --man
says stdout "\"matchday $version\""
holds [ "$(sed -n 's/^## \([^ ,]*\).*/\1/p' "$source_root/CHANGELOG.md" | head -1)" = "$version" ]
holds [ -z "$(cd "$source_root" && grep -rlF "'$version'" meson.build scheduler solver io | grep -vx meson.build)" ]
holds [ -z "$(cd "$source_root" && grep -rlF "\"$version\"" scheduler solver io .release)" ]

command -v meson >/dev/null 2>&1 || {
    echo 'no meson here'
    exit 77
}
DESTDIR=$work/root meson install -C "$build" --no-rebuild >installing 2>&1 || {
    cat installing >&2
    wrong 'it cannot be installed'
}
found=$(find root -type f -name matchday)
prefix=${found%/bin/matchday}
documents=$prefix/share/doc/matchday
for file in share/man/man1/matchday.1 share/doc/matchday/README.md \
    share/doc/matchday/CHANGELOG.md share/doc/matchday/matchday.spdx.json \
    share/doc/matchday/examples/README.md share/doc/matchday/examples/demo.sh \
    share/doc/matchday/examples/tiny/event.json; do
    holds [ -s "$prefix/$file" ]
done
holds [ -x "$found" ]
holds [ -z "$(find root -perm /022 ! -type l)" ]
holds [ -z "$(find root -type f -name '*.[cha]')" ]
same "$source_root/examples" "$documents/examples"
if command -v groff >/dev/null 2>&1; then
    holds groff -man -Tutf8 -ww "$prefix/share/man/man1/matchday.1" >page 2>complaints
    silent complaints
fi

# Links of the pages lead to what is there.
for page in README.md examples/README.md; do
    for link in $(grep -oE '\]\([^)#:]+[)#]' "$documents/$page" | sed 's/^](//; s/[)#]$//'); do
        holds [ -e "$(dirname "$documents/$page")/$link" ] || echo "$page: $link" >&2
    done
done

# The demo, from there, with the program that is found; what it wrote is right.
PATH=$work/$prefix/bin:$PATH
export PATH
mkdir elsewhere
(cd elsewhere && sh "$work/$documents/examples/demo.sh") >told 2>&1 || {
    cat told >&2
    wrong 'the demo does not run from where it was installed'
}
says told 'no rule broken'
holds [ -s elsewhere/out/ejrc-2021/meetings.csv ]

# The bill of materials, judged, and made again.
if command -v python3 >/dev/null 2>&1; then
    python3 "$source_root/tests/support/judge_sbom.py" "$documents/matchday.spdx.json" \
        "$program" "$version" >judged 2>&1 || {
        cat judged >&2
        wrong 'the bill of materials is not right'
    }
    python3 "$source_root/.release/sbom.py" "$program" >again.json
    python3 "$source_root/.release/sbom.py" "$program" >third.json
    same again.json third.json
fi

end_tests
