# schedule.xlsx as a spreadsheet program reads it: all sheets, real times, nothing that
# would be run, the same bytes every time.
. "$(dirname "$0")/lib.sh"

sed -e 's/"name": "Room 1"/"name": "=1+1"/' "$tiny/event.json" >event.json
run 0 solve event.json -o out
run 0 export event.json out/schedule.json -o again
holds [ -s out/schedule.xlsx ]
same out/schedule.xlsx again/schedule.xlsx

python3 - <<'END' || wrong "schedule.xlsx is not as expected"
import re
import zipfile
import xml.etree.ElementTree as tree

NAME = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
book = zipfile.ZipFile("out/schedule.xlsx")
assert book.testzip() is None
text = ["".join(t.text or "" for t in item.iter(NAME + "t"))
        for item in tree.fromstring(book.read("xl/sharedStrings.xml"))]
names = [s.get("name") for s in tree.fromstring(book.read("xl/workbook.xml")).iter(NAME + "sheet")]
assert [n.split(" (")[0] for n in names] == [
    "Overview", "Grid", "By slot", "By participant", "By room", "Interpreters",
    "Waiting list"], names


def rows(number):
    sheet = tree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
    assert not list(sheet.iter(NAME + "f")), "a formula"
    table = []
    for row in sheet.iter(NAME + "row"):
        cells = {}
        for cell in row.iter(NAME + "c"):
            value = cell.find(NAME + "v")
            column = re.match("[A-Z]+", cell.get("r")).group()
            if value is not None:
                cells[column] = (text[int(value.text)] if cell.get("t") == "s"
                                 else float(value.text))
        table.append(cells)
    return sheet, table


overview = rows(1)[1]
assert {"A": "Meetings / 面談", "B": 5.0} in overview, overview
sheet, by_slot = rows(3)
assert len(by_slot) == 6
first = by_slot[1]
assert abs(first["A"] - (46161 + 9 / 24)) < 1e-9, first  # 2026-05-19 09:00
assert abs(first["B"] - (46161 + 16 / 24)) < 1e-9, first
assert first["E"] == "=1+1" and first["C"] == "am-01", first
assert sheet.find(NAME + "autoFilter") is not None
assert next(sheet.iter(NAME + "pane")).get("state") == "frozen"
grid = rows(2)[1]
assert len(grid) == 5 and len(grid[2]) == 5, grid  # two meetings in the second slot
assert len(rows(4)[1]) == 11  # five meetings of two
assert len(rows(6)[1]) == 4   # three interpreted
waiting = rows(7)[1]
assert len(waiting) == 6 and "no_interpreter" in str(waiting), waiting
END
n_checks=$((n_checks + 1))

# Where there is an office program, it reads the same.
if command -v libreoffice >/dev/null 2>&1; then
    LC_ALL=C.UTF-8 HOME=$PWD timeout 120 libreoffice --headless --convert-to csv:"Text - txt - csv (StarCalc)":44,34,76,1,,0,false,true,false,false,false,-1 \
        out/schedule.xlsx >/dev/null 2>&1
    says 'schedule-Overview (概要).csv' '^Meetings / 面談,5'
    says 'schedule-By slot (時間順).csv' '^2026-05-19 09:00:00,2026-05-19 16:00:00,am-01,R1,=1\+1,'
fi

end_tests
