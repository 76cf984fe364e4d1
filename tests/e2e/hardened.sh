# What makes defects harder to misuse is in the program: it may be loaded anywhere,
# nothing that is run can be written, what the loader resolves is closed before main(),
# and stack and buffers are watched.
. "$(dirname "$0")/lib.sh"

if ! command -v readelf >/dev/null 2>&1 || ! readelf -h "$program" >/dev/null 2>&1; then
    echo 'no readelf here, or no ELF'
    exit 77
fi
readelf -hlWd "$program" >headers
readelf -sW "$program" >symbols

says headers 'Type: +DYN'
says headers 'FLAGS_1\) +Flags: .*PIE'
says headers 'FLAGS_1\) +Flags: NOW'
says headers '^ +GNU_RELRO '
says headers '^ +GNU_STACK .* RW +0x'
holds [ "$(grep -cE '^ +LOAD .* (RWE|WE) ' headers)" -eq 0 ]
holds [ "$(grep -cE 'TEXTREL|RPATH|RUNPATH' headers)" -eq 0 ]
says symbols ' __stack_chk_fail@'
for function in snprintf fprintf explicit_bzero; do
    says symbols " __${function}_chk@"
done

end_tests
