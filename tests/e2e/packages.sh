# What is missing on a machine is found out with the compiler that CC names, however
# many words that is.
. "$(dirname "$0")/lib.sh"
. "$source_root/tests/support/packages.sh"

for CC in '' cc 'env cc' 'no-such-compiler -m64'; do
    missing=
    need here stdio.h
    holds [ -z "$missing" ]
    need headers no/such/header.h
    need program no-such-program
    need file /no/such/file
    holds [ "$missing" = ' headers program file' ]
done

end_tests
