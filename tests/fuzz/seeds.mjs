// Writes the examples of the schemas as seeds of the fuzz targets: node seeds.mjs FOLDER
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const schemas = new URL('../../core/desk/schema/', import.meta.url);

function write(target, name, text) {
  mkdirSync(join(folder, target), { recursive: true });
  writeFileSync(join(folder, target, name), text);
}

for (const target of ['json', 'operations', 'calendar', 'recurrence', 'mail', 'journal']) mkdirSync(join(folder, target), { recursive: true });
for (const file of readdirSync(schemas).filter((name) => name.endsWith('.json'))) {
  const operation = file.slice(0, -'.json'.length);
  const { examples } = JSON.parse(readFileSync(new URL(file, schemas), 'utf8')).$defs.params;
  examples.forEach((params, i) => {
    const name = `${operation}.${i}`;
    write('json', name, JSON.stringify(params));
    write('operations', name, `${operation}\n${JSON.stringify(params)}`);
    if (operation === 'calendar.import' && params.text) write('calendar', name, params.text);
    if (operation === 'triage.import' && params.format === 'eml' && params.text) write('mail', name, params.text);
    if (params.entries) write('journal', name, params.entries.map((line) => JSON.stringify(line)).join('\n'));
    const rules = [params.rule, ...(params.rules ?? [])].filter((rule) => typeof rule === 'string');
    rules.forEach((rule, j) => write('recurrence', `${name}.${j}`, `${params.start}\n${params.timeZone ?? ''}\n${rule}`));
  });
}
