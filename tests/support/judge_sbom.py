"""Judges an SPDX 2.3 document (JSON) by the rules of the specification that concern it,
and by the program that it is of.

usage: judge_sbom.py FILE PROGRAM VERSION
"""
import hashlib
import json
import re
import subprocess
import sys

LICENCE = re.compile(r"(LicenseRef-)?[A-Za-z0-9.-]+$")
n_wrong = 0


def expect(is_right, text):
    global n_wrong
    if not is_right:
        n_wrong += 1
        print("wrong:", text)


def judge_head(document):
    for field, value in {"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0",
                         "SPDXID": "SPDXRef-DOCUMENT"}.items():
        expect(document.get(field) == value, f"{field} is not {value}")
    created = document["creationInfo"]["created"]
    expect(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", created), "created " + created)
    expect(all(re.match("(Tool|Person|Organization): ", who)
               for who in document["creationInfo"]["creators"]), "creators")
    space = document["documentNamespace"]
    expect(re.match(r"[a-z]+:", space) and "#" not in space, "documentNamespace " + space)


def judge_package(package, own_licences):
    for field in ("name", "SPDXID", "versionInfo", "downloadLocation", "licenseConcluded",
                  "licenseDeclared", "copyrightText"):
        expect(package.get(field), f"{package.get('name')} has no {field}")
    expect(re.fullmatch("SPDXRef-[A-Za-z0-9.-]+", package["SPDXID"]), package["SPDXID"])
    expect(re.match(r"\d", package["versionInfo"]), package["name"] + " has no version")
    for word in re.split(" (?:AND|OR) ", package["licenseDeclared"]):
        expect(LICENCE.match(word), "licence " + word)
        expect(not word.startswith("LicenseRef-") or word in own_licences, word + " unknown")


def judge_relations(document):
    ids = [document["SPDXID"]] + [package["SPDXID"] for package in document["packages"]]
    expect(len(ids) == len(set(ids)), "an id stands twice")
    described = 0
    reached = set()
    for relation in document["relationships"]:
        for end in ("spdxElementId", "relatedSpdxElement"):
            expect(relation[end] in ids, relation[end] + " does not exist")
        described += relation["relationshipType"] == "DESCRIBES"
        reached.add(relation["relatedSpdxElement"])
    expect(described == 1, "not one package is described")
    expect(reached == set(ids[1:]), "not every package is related")


def judge_program(document, program, version):
    itself = document["packages"][0]
    expect(itself["versionInfo"] == version, "another version: " + itself["versionInfo"])
    with open(program, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    expect(itself["checksums"] == [{"algorithm": "SHA256", "checksumValue": digest}],
           "the checksum is of another program")
    told = subprocess.run([program, "--version"], check=True, capture_output=True,
                          text=True).stdout
    for name, found in re.findall(r"^  (\S+) +(\d[^\s,]*)", told, re.M):
        expect(any(package["name"] == name and package["versionInfo"] == found
                   for package in document["packages"]), f"{name} {found} is missing")


def main():
    path, program, version = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    own = {each["licenseId"] for each in document.get("hasExtractedLicensingInfos", [])}
    judge_head(document)
    for package in document["packages"]:
        judge_package(package, own)
    judge_relations(document)
    judge_program(document, program, version)
    print(f"{len(document['packages'])} packages, {n_wrong} wrong")
    return n_wrong > 0


if __name__ == "__main__":
    sys.exit(main())
