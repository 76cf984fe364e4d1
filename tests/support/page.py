"""page.py PAGE...: prints what is wrong with pages that must need nothing else and run
nothing but their own script; exit status 1 then. Knows HTML by html.parser alone."""
import base64
import hashlib
import re
import sys
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "hr", "col"}
ADDRESSES = {"href", "src", "srcset", "action", "formaction", "data", "poster", "cite", "ping", "background"}


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.wrong, self.open, self.ids, self.labels = [], [], set(), set()
        self.policy, self.inline, self.links, self.language = None, [], [], None
        self.n_named = {"main": 0, "h1": 0, "title": 0}
        self.level = 0
        self.feed(text)
        self.close()
        if self.open:
            self.complain(f"open at the end: {self.open}")

    def complain(self, text):
        self.wrong.append(f"line {self.getpos()[0]}: {text}")

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        values = dict(attrs)
        if len(names) != len(set(names)):
            self.complain(f"an attribute twice: {names}")
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.complain(f"{name} may run or style something")
            if name in ADDRESSES:
                self.links.append((tag, name, value))
        if "id" in values:
            if values["id"] in self.ids:
                self.complain(f"id {values['id']} twice")
            self.ids.add(values["id"])
        if tag == "html":
            self.language = values.get("lang")
        if tag == "meta" and values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]
            if self.inline:
                self.complain("something stands before the policy")
        if tag in ("style", "script"):
            self.inline.append([tag, values.get("type"), ""])
        if tag in ("iframe", "object", "embed", "base", "img", "video", "audio", "svg", "math"):
            self.complain(f"<{tag}>")
        if tag in self.n_named:
            self.n_named[tag] += 1
        if re.fullmatch("h[1-6]", tag):
            if int(tag[1]) > self.level + 1:
                self.complain(f"{tag} below h{self.level}")
            self.level = int(tag[1])
        if tag == "li" and self.open[-1] not in ("ul", "ol"):
            self.complain("<li> outside a list")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.complain(f"</{tag}> where {self.open[-1:]} is open")
        else:
            self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] in ("style", "script"):
            self.inline[-1][2] += data

    def handle_decl(self, decl):
        if self.getpos() != (1, 0) or decl != "DOCTYPE html":
            self.complain(f"<!{decl}>")

    def handle_comment(self, data):
        self.complain("a comment")


def checksum(text):
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def judge_policy(page):
    if not page.policy:
        yield "no policy"
        return
    policy = dict(part.strip().split(" ", 1) for part in page.policy.split(";"))
    if policy.get("default-src") != "'none'" or policy.get("base-uri") != "'none'" or policy.get("form-action") != "'none'":
        yield f"policy: {page.policy}"
    run = [text for tag, kind, text in page.inline if tag == "script" and kind is None]
    styles = [text for tag, _, text in page.inline if tag == "style"]
    if policy.get("script-src", "").split() != [checksum(text) for text in run]:
        yield "the policy has not the script's checksum"
    if policy.get("style-src", "").split() != [checksum(text) for text in styles]:
        yield "the policy has not the style's checksum"
    for tag, kind, text in page.inline:
        if tag == "style" and re.search(r"url\(|@import|expression", text):
            yield "the style refers to something"
        if tag == "script" and kind not in (None, "application/json"):
            yield f"a script of type {kind}"


def judge(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    page = Page(text)
    yield from page.wrong
    yield from judge_policy(page)
    for tag, name, value in page.links:
        inside = value.startswith("#")
        data = tag == "link" and value == "data:,"
        web = path.endswith("report.html") and tag == "a" and re.match("https?://", value)
        if not (inside or data or web):
            yield f"<{tag} {name}={value!r}> leads elsewhere"
    if page.language != "en":
        yield "no language"
    if page.n_named != {"main": 1, "h1": 1, "title": 1}:
        yield f"expected one of each: {page.n_named}"
    for point in set(text):
        if ord(point) < 32 and point not in "\n\t" or 0x7F <= ord(point) < 0xA0 or 0x202A <= ord(point) <= 0x202E or 0x2066 <= ord(point) <= 0x2069:
            yield f"U+{ord(point):04X}"


def main():
    wrong = [f"{path}: {text}" for path in sys.argv[1:] for text in judge(path)]
    print("\n".join(wrong), end="\n" if wrong else "")
    sys.exit(1 if wrong or len(sys.argv) < 2 else 0)


if __name__ == "__main__":
    main()
