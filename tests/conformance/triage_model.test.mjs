import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';

const folder = new URL('../../core/triage/', import.meta.url);
const hash = (name) => createHash('sha256').update(readFileSync(new URL(name, folder))).digest('hex');
const manifest = JSON.parse(readFileSync(new URL('base_model.json', folder), 'utf8'));

describe('the base model of the triage', () => {
  it('is the one that its manifest names, and at most 230 kB', () => {
    assert.equal(hash('base_model.bin'), manifest.sha256);
    assert.ok(readFileSync(new URL('base_model.bin', folder)).length <= 230_000);
  });

  it('was trained on the training files as they are now, and not on the held ones', () => {
    const trained = readdirSync(new URL('training/', folder)).filter((name) => name.endsWith('.txt') && !name.startsWith('held.'));
    assert.deepEqual(Object.keys(manifest.inputs).sort(), trained.sort());
    for (const [name, wanted] of Object.entries(manifest.inputs)) assert.equal(hash(`training/${name}`), wanted, name);
  });

  it('has training files of well-formed rows, none of which is in a held file', () => {
    const rows = (name) => readFileSync(new URL(`training/${name}`, folder), 'utf8').split('\n').filter((line) => /^[^@#]/.test(line));
    const texts = new Set();
    for (const name of Object.keys(manifest.inputs)) {
      for (const row of rows(name)) {
        assert.match(row, /^[chnl]\|[a-z]+\|(transfer|schedule|message|answer|filter)\|[a-z]+\|[a-z]+\|.+$/, `${name}: ${row}`);
        texts.add(row.split('|').slice(5).join('|'));
      }
    }
    const held = readdirSync(new URL('training/', folder)).filter((name) => name.startsWith('held.'));
    for (const name of held) {
      const before = /^held\.(dates\.)?(fr|en)\.txt$/.test(name) ? 7 : 5;
      for (const row of rows(name)) assert.ok(!texts.has(row.split('|').slice(before).join('|')), row);
    }
  });
});
