"""Writes the software bill of materials of a built program: SPDX 2.3, as JSON.

usage: sbom.py PROGRAM

What it is made of and in which versions, the program says itself (--version). A library
that it is linked with and that is not known here is an error, so that none is forgotten.
SOURCE_DATE_EPOCH sets the time that is written.
"""
import datetime
import hashlib
import json
import os
import re
import subprocess
import sys

# name in --version: (licence, supplier's page, beginning of the shared library's name)
PARTS = {
    "GLPK": ("GPL-3.0-or-later", "https://www.gnu.org/software/glpk/", "libglpk"),
    "libical": ("LGPL-2.1-only OR MPL-2.0", "https://libical.github.io/libical/", "libical"),
    "cJSON": ("MIT", "https://github.com/DaveGamble/cJSON", "libcjson"),
    "libcsv": ("LGPL-2.1-or-later", "https://sourceforge.net/projects/libcsv/", "libcsv"),
    "utf8proc": ("MIT AND Unicode-DFS-2015", "https://juliastrings.github.io/utf8proc/",
                 "libutf8proc"),
    "nettle": ("LGPL-3.0-or-later OR GPL-2.0-or-later",
               "https://www.lysator.liu.se/~nisse/nettle/", "libnettle"),
    "libzip": ("BSD-3-Clause", "https://libzip.org/", "libzip"),
    "expat": ("MIT", "https://libexpat.github.io/", "libexpat"),
    "libxlsxwriter": ("BSD-2-Clause", "https://libxlsxwriter.github.io/", "libxlsxwriter"),
    "libcurl": ("curl", "https://curl.se/libcurl/", "libcurl"),
    "tzdata": ("LicenseRef-public-domain", "https://www.iana.org/time-zones", None),
}
SYSTEM = ("libc.", "libm.", "libpthread.", "ld-linux", "linux-vdso", "libgcc_s.",
          "libclang_rt.", "libasan.", "libubsan.")


def fail(text):
    sys.exit("sbom.py: " + text)


def versions(program):
    """{name: version} of the program and its parts; what was left out is not there."""
    lines = subprocess.run([program, "--version"], check=True, capture_output=True,
                           text=True).stdout.splitlines()
    found = {"matchday": lines[0].split()[1]}
    for line in lines[1:]:
        name, version = line.split(None, 1)
        if version != "left out":
            found[name] = re.split("[, ]", version)[0]
    return found


def judge_linked(program, found):
    """Each library that the loader is asked for is one of the parts, or the system's."""
    try:
        text = subprocess.run(["readelf", "-dW", program], check=True,
                              capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return
    for library in re.findall(r"\(NEEDED\).*\[(.*)\]", text):
        known = any(start and library.startswith(start) and name in found
                    for name, (_, _, start) in PARTS.items())
        if not known and not library.startswith(SYSTEM):
            fail(f"{program} is linked with {library}, which PARTS does not have")


def package(name, version, licence, page):
    return {
        "name": name,
        "SPDXID": "SPDXRef-" + re.sub("[^A-Za-z0-9.-]", "-", name),
        "versionInfo": version,
        "supplier": "NOASSERTION",
        "downloadLocation": page or "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": licence,
        "licenseDeclared": licence,
        "copyrightText": "NOASSERTION",
    }


def bill(program):
    found = versions(program)
    judge_linked(program, found)
    with open(program, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    moment = datetime.datetime.fromtimestamp(
        int(os.environ.get("SOURCE_DATE_EPOCH") or datetime.datetime.now().timestamp()),
        datetime.timezone.utc)
    itself = package("matchday", found.pop("matchday"), "GPL-3.0-or-later", None)
    itself["primaryPackagePurpose"] = "APPLICATION"
    itself["checksums"] = [{"algorithm": "SHA256", "checksumValue": digest}]
    packages = [itself]
    relations = [("SPDXRef-DOCUMENT", "DESCRIBES", itself["SPDXID"])]
    for name, version in found.items():
        if name not in PARTS:
            fail(f"'{name}' of --version is not in PARTS")
        licence, page, start = PARTS[name]
        packages.append(package(name, version, licence, page))
        kind = "DYNAMIC_LINK" if start else "DEPENDS_ON"
        relations.append((itself["SPDXID"], kind, packages[-1]["SPDXID"]))
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": "matchday-" + itself["versionInfo"],
        "documentNamespace": f"urn:sha256:{digest}:matchday-{itself['versionInfo']}",
        "creationInfo": {
            "created": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "creators": ["Tool: matchday-sbom.py"],
        },
        "packages": packages,
        "relationships": [
            {"spdxElementId": a, "relationshipType": kind, "relatedSpdxElement": b}
            for a, kind, b in relations
        ],
        "hasExtractedLicensingInfos": [{
            "licenseId": "LicenseRef-public-domain",
            "name": "public domain",
            "extractedText": "The tz code and data are in the public domain.",
        }],
    }


if __name__ == "__main__":
    if len(sys.argv) != 2:
        fail("usage: sbom.py PROGRAM")
    json.dump(bill(sys.argv[1]), sys.stdout, indent=1)
    print()
