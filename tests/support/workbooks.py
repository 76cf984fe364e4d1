"""Writes workbooks as other programs do: workbooks.py KIND SHEETS_FOLDER OUT.xlsx

Each CSV file of the folder is a sheet of its name. KIND is how:
  plain     shared strings, numbers as numbers
  inline    inline strings, no references of rows and cells, another name for the parts
  dates     dates and times as days since 1900 with formats, formulas with their values
  dates1904 the same since 1904
  japanese  sheets called in Japanese, texts in runs with their sounds
  sparse    rows and cells far apart
  merged    an empty cell under another of its column is merged with it
and for what is no workbook or worse: no_sheet, doctype, bomb, deep, wide, truncated,
error_cell, no_value, empty_value, bad_text, not_xml, encrypted."""

import csv
import datetime
import re
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
JAPANESE = {'event': 'イベント', 'sessions': 'セッション', 'participants': '参加者', 'wishes': '希望',
            'availability': '空き時間', 'rooms': '部屋', 'interpreters': '通訳', 'locks': '固定'}


def letters(column):
    text = ''
    while column > 0:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


class Book:
    def __init__(self, kind):
        self.kind, self.texts, self.sheets = kind, [], []
        self.first = datetime.datetime(1904, 1, 1) if kind == 'dates1904' else \
            datetime.datetime(1899, 12, 30)

    def shared(self, text):
        if text not in self.texts:
            self.texts.append(text)
        return self.texts.index(text)

    def date(self, text):
        """(days, style) or None: styles are 1 date and time, 2 date, 3 time."""
        for form, style in (('%Y-%m-%dT%H:%M', 1), ('%Y-%m-%d', 2), ('%H:%M', 3)):
            try:
                when = datetime.datetime.strptime(text, form)
            except ValueError:
                continue
            first = datetime.datetime(1900, 1, 1) if style == 3 else self.first
            return (when - first).total_seconds() / 86400, style
        return None

    def cell(self, reference, text):
        if self.kind.startswith('dates') and self.date(text):
            days, style = self.date(text)
            return f'<c r="{reference}" s="{style}"><f>1+1</f><v>{days!r}</v></c>'
        if re.fullmatch(r'[0-9]{1,9}', text):
            return f'<c r="{reference}"><v>{text}</v></c>'
        if self.kind == 'inline':
            return f'<c t="inlineStr"><is><t xml:space="preserve"> {escape(text)} </t></is></c>'
        return f'<c r="{reference}" t="s"><v>{self.shared(text)}</v></c>'

    def sheet(self, rows):
        step = 3 if self.kind == 'sparse' else 1
        lines = []
        for r, row in enumerate(rows):
            number = r * step + 1
            cells = ''.join(
                self.cell(f'{letters(c + 1)}{number}', text) if text or self.kind == 'inline' else ''
                for c, text in enumerate(row))
            lines.append(f'<row>{cells}</row>' if self.kind == 'inline' else
                         f'<row r="{number}">{cells}</row>')
        return f'<worksheet {MAIN}><sheetData>{"".join(lines)}</sheetData>' \
               f'{self.merges(rows)}</worksheet>'

    def merges(self, rows):
        ranges, width = [], max(map(len, rows), default=0)
        for c in range(width if self.kind == 'merged' else 0):
            first = 0
            for r in range(1, len(rows) + 1):
                if r == len(rows) or rows[r][c:c + 1] != ['']:
                    if r - first > 1:
                        ranges.append(f'{letters(c + 1)}{first + 1}:{letters(c + 1)}{r}')
                    first = r
        inner = ''.join(f'<mergeCell ref="{reference}"/>' for reference in ranges)
        return f'<mergeCells>{inner}</mergeCells>' if inner else ''

    def shared_xml(self):
        def item(text):
            if self.kind == 'japanese' and len(text) > 1:
                return (f'<si><r><t>{escape(text[:1])}</t></r><r><t xml:space="preserve">'
                        f'{escape(text[1:])}</t></r><rPh sb="0" eb="1"><t>ギフ</t></rPh></si>')
            return f'<si><t xml:space="preserve">{escape(text)}</t></si>'
        return f'<sst {MAIN}>{"".join(map(item, self.texts))}</sst>'


STYLES = (f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="164" '
          'formatCode="yyyy/mm/dd\\ hh:mm;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/>'
          '</cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/>'
          '<xf numFmtId="20"/></cellXfs></styleSheet>')


def damage(kind, sheets):
    """What is wrong in the first sheet."""
    cells = {
        'error_cell': '<c r="B2" t="e"><v>#N/A</v></c>',
        'no_value': '<c r="B2"><f>A1</f></c>',
        'empty_value': '<c r="B2"><f>A1</f><v/></c>',
        'bad_text': '<c r="B2" t="s"><v>99999</v></c>',
        'wide': '<c r="ZZZZ2"><v>1</v></c>',
        'deep': '<x>' * 100 + '</x>' * 100,
    }
    if kind in cells:
        sheets[0] = re.sub(r'<c r="B2".*?</c>', cells[kind], sheets[0], count=1)
    elif kind == 'not_xml':
        sheets[0] = sheets[0].replace('</row>', '</raw>', 1)
    elif kind == 'doctype':
        sheets[0] = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + sheets[0]
    elif kind == 'bomb':
        sheets[0] = sheets[0].replace('<sheetData>', '<sheetData>' + ' ' * (80 << 20), 1)


def main():
    kind, folder, out = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    book = Book(kind)
    names, sheets = [], []
    for path in sorted(folder.glob('*.csv'), key=lambda p: p.stem != 'event'):
        with open(path, encoding='utf-8', newline='') as file:
            rows = list(csv.reader(file))
        name = path.stem if kind != 'japanese' else JAPANESE[path.stem]
        names.append(name)
        sheets.append(book.sheet(rows))
    damage(kind, sheets)
    root = 'book' if kind == 'inline' else 'xl'
    date1904 = '<workbookPr date1904="1"/>' if kind == 'dates1904' else ''
    listed = ''.join(f'<sheet name="{name}" sheetId="{k + 1}" r:id="rId{k + 1}"/>'
                     for k, name in enumerate(names))
    related = ''.join(f'<Relationship Id="rId{k + 1}" Type="{RELATIONS}/worksheet" '
                      f'Target="{"/" + root + "/" if k % 2 else ""}worksheets/s{k + 1}.xml"/>'
                      for k in range(len(names)))
    package = 'http://schemas.openxmlformats.org/package/2006/relationships'
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('_rels/.rels', f'<Relationships xmlns="{package}"><Relationship Id="a" '
                         f'Type="{RELATIONS}/officeDocument" Target="{root}/workbook.xml"/>'
                         '</Relationships>')
        archive.writestr(f'{root}/workbook.xml', f'<workbook {MAIN} xmlns:r="{RELATIONS}">'
                         f'{date1904}<sheets>{listed}</sheets></workbook>')
        archive.writestr(f'{root}/_rels/workbook.xml.rels',
                         f'<Relationships xmlns="{package}">{related}'
                         f'<Relationship Id="t" Type="{RELATIONS}/sharedStrings" '
                         'Target="sharedStrings.xml"/>'
                         f'<Relationship Id="y" Type="{RELATIONS}/styles" Target="styles.xml"/>'
                         '</Relationships>')
        archive.writestr(f'{root}/sharedStrings.xml', book.shared_xml())
        archive.writestr(f'{root}/styles.xml', STYLES)
        for k, sheet in enumerate(sheets):
            if not (kind == 'no_sheet' and k == 0):
                archive.writestr(f'{root}/worksheets/s{k + 1}.xml', sheet)
    if kind == 'truncated':
        data = Path(out).read_bytes()
        Path(out).write_bytes(data[:len(data) // 2])


main()
