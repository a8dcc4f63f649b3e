// A handover of a drawn desk in its five formats and two languages: the same bytes natively and in WebAssembly, and read by
// other hands. Ten hostile texts stand in a third of its places.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, it } from 'node:test';
import * as commonmark from 'commonmark';
import ICAL from 'ical.js';
import { parse } from 'parse5';
import PostalMime from 'postal-mime';
import { drafts, policy } from '../bench/support/journal.mjs';
import { native, rawCore } from './support.mjs';

const formats = ['html', 'markdown', 'text', 'eml', 'ics'];
const languages = ['fr', 'en'];
const hostile = [
  '<img src=x onerror=alert(1)>', '</dd></dl><script>alert(1)</script>', '"><style>*{display:none}</style>', '[x](javascript:alert(1))',
  '# heading\n\n- item\n***', 'x\r\nBcc: eve@example.org', 'x\r\nEND:VTODO\r\nBEGIN:VEVENT', 'x\nATTENDEE:mailto:eve@example.org',
  '\u202Egnp.exe\u2066\u200F', '`code` ![i](http://e.example/x.png) <http://e.example> ||| &lt;b&gt; \u0000',
];

let core, rendered, document, calm;

const run = (name, params) => {
  const { result, error } = JSON.parse(core.run(name, JSON.stringify(params)));
  assert.ok(!error, JSON.stringify(error));
  return result;
};

/** A third of what people typed, spoilt. */
function spoilt(add) {
  let place = 0;
  const spoil = (value, key) => {
    if (Array.isArray(value)) return value;
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoil(inner, name)]));
    const typed = ['title', 'next', 'what', 'who', 'if', 'then', 'subject', 'body', 'name', 'text', 'about', 'to'].includes(key) && typeof value === 'string' && !/^(ana|ben)$/.test(value);
    return typed && (place += 1) % 3 === 0 ? hostile[(place / 3) % hostile.length] : value;
  };
  // Whom an attempt or a call was for decides which promise it is about.
  return add.map((entry) => (/^(callback|contact)/.test(entry.type) ? entry : { ...entry, payload: spoil(entry.payload, '') }));
}

function documentOf(add) {
  const { entries } = run('journal.append', { add });
  return run('handover.compose', { entries, policy, reader: 'ben', since: '2026-03-09T08:00:00Z', at: '2026-03-10T08:00:00Z' }).document;
}

const text = (format, lang) => rendered.get(`${format} ${lang}`).text;

before(async () => {
  core = await rawCore();
  const add = drafts(600, { seed: 5 });
  calm = documentOf(add);
  document = documentOf(spoilt(add));
  rendered = new Map();
  for (const format of formats) for (const lang of languages) rendered.set(`${format} ${lang}`, run('handover.render', { document, format, lang }));
});

describe('a handover in its formats', () => {
  it('holds something in every section', () => {
    for (const section of ['watch', 'soon', 'waiting', 'agenda', 'changes', 'instructions', 'readBack']) assert.ok(document[section].length, section);
  });

  it('is the same bytes natively and in WebAssembly', async (t) => {
    const calls = formats.flatMap((format) => languages.map((lang) => ({ name: 'handover.render', params: { document, format, lang } })));
    const there = await native(calls);
    const digest = createHash('sha256');
    calls.forEach(({ name, params }, i) => {
      assert.equal(core.run(name, JSON.stringify(params)), there[i], `${params.format} ${params.lang}`);
      digest.update(there[i]);
    });
    t.diagnostic(`five formats, two languages: SHA-256 ${digest.digest('hex')}`);
  });

  for (const lang of languages) {
    it(`is HTML without an error, and without an element that nobody meant (${lang})`, () => {
      const errors = [];
      const tree = parse(text('html', lang), { onParseError: ({ code, startLine }) => errors.push(`${startLine}: ${code}`) });
      assert.deepEqual(errors, []);
      const names = new Set(), visit = (node) => {
        names.add(node.nodeName);
        for (const { name, value } of node.attrs ?? []) assert.ok(!/^on|^href$|^src$/.test(name), `${name}=${value}`);
        (node.childNodes ?? []).forEach(visit);
      };
      visit(tree);
      const meant = ['#document', '#documentType', '#text', 'html', 'head', 'meta', 'title', 'style', 'body', 'main', 'section', 'h1', 'h2', 'p', 'ul', 'ol', 'li',
        'dl', 'div', 'dt', 'dd', 'span', 'bdi', 'strong', 'small', 'em', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'];
      assert.deepEqual([...names].filter((name) => !meant.includes(name)), []);
    });

    it(`is CommonMark with headings, lists and emphasis alone (${lang})`, () => {
      const kinds = new Map();
      const walker = new commonmark.Parser().parse(text('markdown', lang)).walker();
      for (let step = walker.next(); step; step = walker.next()) if (step.entering) kinds.set(step.node.type, (kinds.get(step.node.type) ?? 0) + 1);
      assert.deepEqual([...kinds.keys()].filter((kind) => !['document', 'heading', 'paragraph', 'text', 'list', 'item', 'strong', 'softbreak'].includes(kind)), []);
      assert.equal(kinds.get('heading'), 11);
    });

    it(`is an e-mail of two parts, a draft to nobody (${lang})`, async () => {
      const mail = await new PostalMime().parse(text('eml', lang));
      assert.equal(mail.text.trimEnd(), text('text', lang).trimEnd());
      assert.equal(mail.html.trimEnd(), text('html', lang).trimEnd());
      assert.equal(mail.subject.replaceAll('\u00a0', ' '), lang === 'fr' ? 'Relève pour Ben Moreau, mardi 10 mars à 8 h' : 'Handover for Ben Moreau, Tuesday 10 March at 8:00');
      assert.deepEqual([mail.to, mail.cc, mail.bcc, mail.attachments.length], [undefined, undefined, undefined, 0]);
      assert.equal(mail.headers.find(({ key }) => key === 'x-unsent').value, '1');
      const header = text('eml', lang).split('\r\n\r\n')[0];
      assert.ok(header.split('\r\n').every((line) => line.length <= 78 && /^[\x20-\x7e\t]*$/.test(line)), header);
    });

    it(`is a calendar with a task and an event for each deadline (${lang})`, () => {
      const calendar = new ICAL.Component(ICAL.parse(text('ics', lang)));
      const todos = calendar.getAllSubcomponents('vtodo'), events = calendar.getAllSubcomponents('vevent');
      const lines = [...document.watch, ...document.soon, ...document.waiting];
      assert.equal(todos.length, lines.length);
      assert.equal(events.length, lines.filter(({ due }) => due).length);
      assert.equal(calendar.getAllSubcomponents().length, todos.length + events.length);
      const uids = [...todos, ...events].map((one) => one.getFirstPropertyValue('uid'));
      assert.equal(new Set(uids).size, uids.length);
      for (const one of [...todos, ...events]) {
        assert.equal(one.getAllSubcomponents().length, 0);
        for (const { name } of one.getAllProperties()) assert.ok(!['attendee', 'organizer', 'attach', 'url'].includes(name), name);
      }
      assert.ok(text('ics', lang).split('\r\n').every((line) => Buffer.byteLength(line) <= 75));
    });

    it(`says no control that turns text around (${lang})`, () => {
      for (const format of ['html', 'markdown', 'text']) assert.doesNotMatch(text(format, lang), /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066\u2067]/, format);
    });
  }

  it('has the same shape whatever people type', () => {
    const shape = (of, format) => {
      const { text: said } = run('handover.render', { document: of, format, lang: 'fr' });
      const tags = () => createHash('sha256').update(said.match(/<[^>]*>/g).join('')).digest('hex');
      return format === 'html' ? tags() : said.split('\n').length;
    };
    for (const format of ['html', 'markdown', 'text']) assert.equal(shape(document, format), shape(calm, format), format);
  });

  it('is at most 200 words and 45 for each line in full, with 40 open tasks, and opens with at most 20', () => {
    for (let seed = 1; seed <= 16; seed += 1) {
      const one = documentOf(drafts(600, { seed }));
      const lines = one.watch.length + one.soon.length + one.waiting.length;
      for (const lang of languages) {
        const said = run('handover.render', { document: one, format: 'text', lang }).text;
        const count = (of) => of.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
        assert.ok(count(said) <= 200 + 45 * lines, `${lang}, seed ${seed}: ${count(said)} words for ${lines} lines, ${one.counts.open} open`);
        assert.ok(count(said.split('\n')[0]) <= 20);
      }
    }
  });
});
