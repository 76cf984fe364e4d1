# What "meson dist" packs up is all that is in the repository and builds without it. It is
# built with the other compiler, Clang or GCC, and gives the same bytes: of every example,
# with one thread and with two, with another seed, and in a rerun.
. "$(dirname "$0")/lib.sh"

skip() {
    printf 'skipped: %s\n' "$1"
    exit 77
}
command -v meson >/dev/null 2>&1 || skip 'there is no meson here'
git -C "$source_root" rev-parse HEAD >head 2>&1 || skip 'this is no repository'
[ -z "$(git -C "$source_root" status --porcelain)" ] || echo 'what is not committed is not in it'

meson setup here "$source_root" >configuring 2>&1 || {
    tail -5 configuring >&2
    wrong 'the build cannot be set up'
}
meson dist -C here --no-tests --allow-dirty --formats xztar >packing 2>&1 || {
    tail -20 packing >&2
    wrong 'nothing can be packed up'
    end_tests
}
archive=$(echo here/meson-dist/matchday-*.tar.xz)
version=${archive##*/matchday-}
version=${version%.tar.xz}
run 0 --version
says stdout "^matchday $(echo "$version" | sed 's/\./\\./g')\$"
(cd here/meson-dist && sha256sum -c ./*.sha256sum) >sums 2>&1 || wrong "$(cat sums)"

tar -xJf "$archive"
(cd "matchday-$version" && find . -type f | sed 's/^..//' | sort) >packed
git -C "$source_root" ls-tree -r --name-only HEAD | sort >committed
same committed packed

# The other one of the two, where it is there.
CC=clang
! grep -q '"command": "[^"]*clang ' here/compile_commands.json || CC=gcc
command -v $CC >/dev/null 2>&1 || {
    CC=cc
    echo 'there is no other compiler: the same one is taken'
}
export CC
meson setup there "matchday-$version" --buildtype=debugoptimized >building 2>&1 &&
    nice ninja -C there scheduler/matchday >>building 2>&1 || {
    tail -20 building >&2
    wrong 'what is packed up does not build'
    end_tests
}
there() {
    n_checks=$((n_checks + 1))
    there/scheduler/matchday "$@" >there_stdout 2>there_stderr </dev/null ||
        wrong "there, matchday $* ends with $?: $(cat there_stderr)"
}

for example in "$source_root"/examples/*/; do
    name=$(basename "$example")
    [ ! -e "$example/$name.xlsx" ] || example=$example/$name.xlsx
    run 0 solve "$example" -o "here_$name" --threads 1
    there solve "$example" -o "there_$name" --threads 2
    same "here_$name" "there_$name"
done
holds [ "$(ls -d here_* | wc -l)" -ge 6 ]

make_event made 20 8
run 0 solve made -o made_here --seed 7
there solve made -o made_there --seed 7
same made_here made_there
change made/requests.csv '3d'
run 0 solve made -o next_here --previous made_here
there solve made -o next_there --previous made_there
same next_here next_there
for command in 'check % --normalised files' 'anonymise % -o files' \
    "followup % $work/here_tiny --forms -o files" 'init files --date 2027-05-18'; do
    # shellcheck disable=SC2046,SC2086 # lists of words
    set -- $(echo "$command" | sed "s|%|$tiny|")
    rm -rf files of_here
    run 0 "$@"
    mv files of_here
    there "$@"
    same of_here files
done
for command in 'explain % r08' 'verify %' 'whatif --rooms 1..3' 'diff % here_tiny'; do
    # shellcheck disable=SC2046,SC2086
    set -- $(echo "$command" | sed "s|^\([a-z]*\)|& $tiny|; s|%|here_tiny|")
    run 0 "$@"
    there "$@"
    same stdout there_stdout
done

end_tests
