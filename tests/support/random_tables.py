"""Writes one small random event in every form: random_tables.py SEED OUT_FOLDER

OUT_FOLDER/plain is the event as a careful person types it; the folders beside it hold the same
tables in other encodings, with other separators, headings and spellings; OUT_FOLDER/sheets
those for workbooks. The seed also chooses whether names are Japanese or French."""

import csv
import io
import random
import sys
from pathlib import Path

NAMES = {
    'ja': ['岐阜県', '愛知県', '㈱アイシン', '静岡県立大学', '大阪バイオ、関西', '上海商会', '東海表面処理"技術"'],
    'fr': ['Région Grand Est', 'Société à Besançon', 'Pôle « Vitagora », Dijon', "Côte d'Azur Été",
           'Œuvres Françaises', 'Lycée Zoë', 'Forêt & Bois'],
}
HEADINGS = {
    'organisation': ['会社名', 'ORGANISATION', 'Organisation '],
    'contact_email': ['メールアドレス', 'E-mail', 'Email Address'],
    'languages': ['使用言語', 'Languages', 'languages'],
    'from': ['希望元', 'From', 'FROM'],
    'to': ['希望先', 'To', 'to'],
    'priority': ['優先度', 'Priority', 'priority'],
}


def tables(rng, kind):
    names = rng.sample(NAMES[kind], rng.randint(3, len(NAMES[kind])))
    people = [['id', 'organisation', 'languages', 'contact_email']]
    people += [[f'p{k}', name, rng.choice(['ja', 'en', 'ja;en', 'fr']), f'p{k}@example.org']
               for k, name in enumerate(names)]
    pairs = [(a, b) for a in range(len(names)) for b in range(len(names)) if a != b]
    wishes = [['id', 'from', 'to', 'priority']]
    wishes += [[f'r{k}', f'p{a}', f'p{b}', str(rng.randint(1, 5))]
               for k, (a, b) in enumerate(rng.sample(pairs, rng.randint(1, 6)))]
    sessions = [['id', 'date', 'start', 'end', 'meeting_minutes'],
                ['am', '2026-05-19', '09:00', rng.choice(['10:00', '11:30']), '20']]
    event = [['id', 'day'], ['name', names[0]], ['time_zone', 'Europe/Brussels']]
    return names, {'event': event, 'sessions': sessions, 'participants': people,
                   'wishes': wishes}


def retype(rng, names, lists, kind):
    """The same as somebody else types it: names for ids, other headings and orders."""
    lists = {name: [list(row) for row in rows] for name, rows in lists.items()}
    for row in lists['wishes'][1:]:
        for c in (1, 2):
            if rng.random() < 0.5:
                row[c] = names[int(row[c][1:])]
    for name in ('participants', 'wishes'):
        head, *rows = lists[name]
        rng.shuffle(rows)
        columns = list(range(len(head)))
        rng.shuffle(columns)
        choices = slice(0, None) if kind == 'ja' else slice(1, None)
        head = [rng.choice(HEADINGS[field][choices]) if field in HEADINGS else field
                for field in head]
        lists[name] = [[row[c] for c in columns] for row in [head] + rows]
    return lists


def write(folder, lists, encoding='utf-8', separator=',', mark=''):
    folder.mkdir(parents=True)
    for name, rows in lists.items():
        text = io.StringIO()
        csv.writer(text, delimiter=separator).writerows(rows)
        (folder / f'{name}.csv').write_bytes((mark + text.getvalue()).encode(encoding))


def main():
    seed, out = int(sys.argv[1]), Path(sys.argv[2])
    rng = random.Random(seed)
    kind = rng.choice(['ja', 'fr'])
    names, lists = tables(rng, kind)
    write(out / 'plain', lists)
    write(out / 'sheets', retype(rng, names, lists, kind))
    for form, options in (('mark', {'encoding': 'utf-8-sig', 'separator': ';'}),
                          ('utf16', {'encoding': 'utf-16', 'separator': '\t'}),
                          ('sep', {'separator': ';', 'mark': 'sep=;\r\n'}),
                          ('windows', {'encoding': 'cp932' if kind == 'ja' else 'cp1252'})):
        write(out / form, retype(rng, names, lists, kind), **options)
    print('cp932' if kind == 'ja' else 'cp1252')


main()
