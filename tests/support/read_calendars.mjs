/* Reads .ics files with ical.js, which is Thunderbird's reader:
 *
 *     node read_calendars.mjs MODULES FOLDER
 *
 * with MODULES the folder that has ical.js in it. Prints and judges as
 * read_calendars.py does. */

import fs from 'node:fs';
import path from 'node:path';
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';

const [modules, folder] = process.argv.slice(2);
const require = createRequire(pathToFileURL(path.resolve(modules, 'any.js')));
const ICAL = await import(pathToFileURL(require.resolve('ical.js')))
    .then((loaded) => loaded.default);
/* RFC 7986 came after the reader's table of properties. */
const newer = ['name', 'conference'];
let nWrong = 0;

function wrong(name, text) {
    nWrong++;
    console.error(`${name}: ${text}`);
}

function isoBasic(time) {
    return time.zone === ICAL.Timezone.utcTimezone ? time.toICALString()
                                                   : `not UTC: ${time}`;
}

/* Every value of every property is read, not only those that are printed. */
function judge(name, component) {
    for (const property of component.getAllProperties()) {
        if (property.type === 'unknown' && !property.name.startsWith('x-') &&
            !newer.includes(property.name)) {
            wrong(name, `unknown property ${property.name}`);
        }
        for (const value of property.getValues()) {
            if (value instanceof ICAL.Time && isNaN(value.toJSDate())) {
                wrong(name, `${property.name}: no time`);
            }
        }
    }
    component.getAllSubcomponents().forEach((part) => judge(name, part));
}

function* read(name, text) {
    const calendar = new ICAL.Component(ICAL.parse(text));
    judge(name, calendar);
    if (calendar.name !== 'vcalendar') {
        wrong(name, `is a ${calendar.name}`);
    }
    ICAL.parse(calendar.toString());
    for (const component of calendar.getAllSubcomponents('vevent')) {
        const event = new ICAL.Event(component);
        yield [name, event.uid, isoBasic(event.startDate), isoBasic(event.endDate),
               component.getFirstPropertyValue('status'),
               component.getFirstPropertyValue('sequence')].join(' ');
    }
}

function* names(place) {
    for (const entry of fs.readdirSync(path.join(folder, place), {withFileTypes: true})) {
        const name = path.join(place, entry.name);
        if (entry.isDirectory()) {
            yield* names(name);
        } else if (name.endsWith('.ics')) {
            yield name;
        }
    }
}

const lines = [];
for (const name of names('')) {
    try {
        lines.push(...read(name, fs.readFileSync(path.join(folder, name), 'utf8')));
    } catch (error) {
        wrong(name, error.message);
    }
}
console.log(lines.sort().join('\n'));
process.exit(nWrong > 0 ? 1 : 0);
