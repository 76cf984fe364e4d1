# The Debian package: made, looked at by lintian, installed where nothing else is, and
# there it does what it does here.
. "$(dirname "$0")/lib.sh"

skip() {
    printf 'skipped: %s\n' "$1"
    exit 77
}
[ "$(id -u)" -eq 0 ] || skip 'a clean root folder can be made by root alone'
for tool in debootstrap dpkg-buildpackage dh chroot; do
    command -v $tool >/dev/null 2>&1 || skip "there is no $tool here"
done
. /etc/os-release
[ "$ID" = debian ] || skip "this is no Debian but $ID"

version=$(sed -n "s/^  version: '\(.*\)',\$/\1/p" "$source_root/meson.build")
DEB_BUILD_OPTIONS="nocheck parallel=2" nice sh "$source_root/.release/package.sh" package \
    >packaging 2>&1 || {
    tail -40 packaging >&2
    wrong 'the package cannot be made'
    end_tests
}
deb=$(echo "$work/package/matchday_${version}-1"_*.deb)
holds [ -s "$deb" ]
dpkg-deb --field "$deb" >fields
says fields "^Version: $version-1\$"
says fields '^Depends: .*tzdata'
says fields 'libglpk[0-9]+ '
dpkg-deb --info "$deb" >info
dpkg-deb --contents "$deb" >contents
says contents ' ./usr/bin/matchday$'
says contents ' ./usr/share/man/man1/matchday.1.gz$'
for file in changelog.gz changelog.Debian.gz copyright README.md examples/tiny/event.json \
    matchday.spdx.json; do
    says contents " ./usr/share/doc/matchday/$file\$"
done
holds [ "$(grep -vcE ' root/root ' contents)" -eq 0 ]
if command -v lintian >/dev/null 2>&1; then
    lintian --allow-root --fail-on error --tag-display-limit 0 "$deb" >complaints 2>&1 ||
        { cat complaints >&2; wrong 'lintian finds errors'; }
fi

mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
nice debootstrap --variant=minbase "$VERSION_CODENAME" root "$mirror" >bootstrapping 2>&1 || {
    tail -3 bootstrapping
    [ $n_wrong -eq 0 ] || exit 1
    skip "no clean system could be had from $mirror; the package itself is right"
}
there() {
    chroot --userspec=65534:65534 root env -i PATH=/usr/bin:/bin HOME=/tmp \
        SOURCE_DATE_EPOCH=$SOURCE_DATE_EPOCH LC_ALL=C sh -c "cd /tmp && $1" \
        >stdout 2>stderr </dev/null
}
cp "$deb" root/tmp/matchday.deb
chroot root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y \
    --no-install-recommends /tmp/matchday.deb >installing 2>&1 || {
    tail -20 installing >&2
    wrong 'the package cannot be installed'
    end_tests
}
holds [ ! -e root/usr/bin/cc ]
n_checks=$((n_checks + 1))
there 'matchday --version' || wrong 'the program does not run'
says stdout "^matchday $version\$"

n_checks=$((n_checks + 1))
there 'sh /usr/share/doc/matchday/examples/demo.sh' || {
    cat stdout stderr >&2
    wrong 'the demo does not run'
}
says stdout 'no rule broken'
says stdout '/tmp/out/ejrc-2021, look first'

for example in tiny ejrc-2021 startup-day; do
    n_checks=$((n_checks + 1))
    there "matchday solve /usr/share/doc/matchday/examples/$example -o $example" ||
        wrong "$example cannot be solved: $(cat stderr)"
    run 0 solve "$source_root/examples/$example" -o $example
    same $example root/tmp/$example
done

chroot root dpkg --purge matchday >purging 2>&1 || wrong 'it cannot be removed'
holds [ -z "$(find root -xdev -path root/tmp -prune -o -name '*matchday*' -print | grep -v '/var/lib/dpkg/\|/var/log/')" ]

end_tests
