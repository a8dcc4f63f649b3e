// The agenda's own arithmetic, without a page: bundled from web/src/agenda by the page's own compiler.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

async function load(...names) {
  const folder = fileURLToPath(new URL('../../web/src/agenda/', import.meta.url));
  const contents = names.map((name) => `export * from './${name}';`).join('\n');
  const { outputFiles } = await build({ stdin: { contents, resolveDir: folder, loader: 'ts' }, bundle: true, write: false, format: 'esm' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}

const { addDays, durationMinutes, emlOf, guessOwner, instantOf, isoDuration, lanes, localOf, Names, ownerOf, replaced, weekStart, withOwner } =
  await load('when', 'lanes', 'owner', 'names', 'eml', 'replaced');

describe('local times and instants', () => {
  for (const [local, zone, instant, why] of [
    ['2026-03-29T01:59:00', 'Europe/Paris', '2026-03-29T00:59:00Z', 'the last minute before the gap'],
    ['2026-03-29T02:30:00', 'Europe/Paris', '2026-03-29T01:30:00Z', 'in the gap: the offset before it (RFC 5545 3.3.5)'],
    ['2026-03-29T03:00:00', 'Europe/Paris', '2026-03-29T01:00:00Z', 'the first minute after the gap'],
    ['2026-10-25T02:30:00', 'Europe/Paris', '2026-10-25T00:30:00Z', 'comes twice: the first'],
    ['2026-11-01T01:30:00', 'America/New_York', '2026-11-01T05:30:00Z', 'comes twice, west of Greenwich'],
    ['2026-07-01T10:00:00', 'Asia/Kolkata', '2026-07-01T04:30:00Z', 'half an hour'],
    ['2026-07-01T10:00:00', 'Asia/Kathmandu', '2026-07-01T04:15:00Z', 'a quarter of an hour'],
    ['2026-04-05T01:45:00', 'Australia/Lord_Howe', '2026-04-04T14:45:00Z', 'comes twice, by half an hour'],
  ]) test(`${local} in ${zone} is ${instant}: ${why}`, () => assert.equal(instantOf(local, zone), instant));

  test('an instant comes back from its local time, but in the second of a repeated hour', () => {
    for (let hour = 0; hour < 24 * 365; hour += 1) {
      const instant = `${new Date(Date.UTC(2026, 0, 1, hour)).toISOString().slice(0, 19)}Z`;
      const back = instantOf(localOf(instant, 'Europe/Paris'), 'Europe/Paris');
      assert.equal(back, instant === '2026-10-25T01:00:00Z' ? '2026-10-25T00:00:00Z' : instant);
    }
  });

  test('days, weeks and durations', () => {
    assert.equal(addDays('2026-12-31', 1), '2027-01-01');
    assert.equal(weekStart('2026-11-29'), '2026-11-23');
    assert.equal(weekStart('2026-11-23'), '2026-11-23');
    for (const [iso, minutes] of [['PT1H30M', 90], ['P1D', 1440], ['P1W', 10080], ['PT45S', 1], ['PT0S', 0], ['nonsense', 0], [undefined, 0]]) {
      assert.equal(durationMinutes(iso), minutes);
    }
    for (const minutes of [0, 5, 60, 90, 1440]) assert.equal(durationMinutes(isoDuration(minutes)), minutes);
  });
});

describe('events side by side', () => {
  test('what overlaps shares the width, what only touches does not', () => {
    assert.deepEqual(lanes([{ start: 0, end: 60 }, { start: 60, end: 90 }]), [{ lane: 0, lanes: 1 }, { lane: 0, lanes: 1 }]);
    assert.deepEqual(lanes([{ start: 0, end: 60 }, { start: 30, end: 90 }, { start: 60, end: 120 }]),
      [{ lane: 0, lanes: 2 }, { lane: 1, lanes: 2 }, { lane: 0, lanes: 2 }]);
    assert.deepEqual(lanes([]), []);
  });

  test('no two spans of a lane overlap, whatever their order', () => {
    const random = (seed => () => (seed = (seed * 16807) % 2147483647) / 2147483647)(7);
    for (let round = 0; round < 200; round += 1) {
      const spans = Array.from({ length: 12 }, () => {
        const start = Math.floor(random() * 600);
        return { start, end: start + 1 + Math.floor(random() * 120) };
      });
      const put = lanes(spans);
      spans.forEach((a, i) => spans.forEach((b, j) => {
        if (i < j && a.start < b.end && b.start < a.end) {
          assert.notEqual(put[i].lane, put[j].lane);
          assert.equal(put[i].lanes, put[j].lanes);
        }
        assert.ok(put[i].lane < put[i].lanes);
      }));
    }
  });
});

describe('whose calendar a file is', () => {
  const policy = { clients: [{ id: 'law', name: 'Laurent & Associés', contacts: [{ id: 'me-laurent', name: 'Me Sophie Laurent' }] }] };
  const calendars = [{ client: 'law', person: 'me-laurent', name: 'Me Sophie Laurent', events: [] }];
  const names = new Names({ policy, calendars });

  for (const [file, calendar, client, person] of [
    ['export.ics', 'Me Sophie Laurent', 'Laurent & Associés', 'Me Sophie Laurent'],
    ['me-laurent (2).ics', '', 'Laurent & Associés', 'Me Sophie Laurent'],
    ['anne_roux.ics', '', 'Laurent & Associés', 'anne roux'],
    ['x.ics', 'Cabinet Roux – Anne Roux', 'Cabinet Roux', 'Anne Roux'],
  ]) test(`${file}, “${calendar}”`, () => assert.deepEqual(guessOwner(file, calendar, names, calendars), { client, person }));

  test('a known name is found whatever its accents and case; a new one gets an id of its own', () => {
    const known = ownerOf('laurent & associes', 'ME SOPHIE LAURENT', names, calendars);
    assert.deepEqual([known.client, known.newClient, known.person, known.newPerson], ['law', false, 'me-laurent', false]);
    const fresh = ownerOf('Cabinet Roux', 'Me Sophie Laurent', names, calendars);
    assert.deepEqual([fresh.client, fresh.person, fresh.newPerson], ['cabinet-roux', 'cabinet-roux-me-sophie-laurent', true]);
    assert.equal(ownerOf(' ', 'Anne', names, calendars), null);
  });

  test('the policy learns of a new client and person, and nothing else of it changes', () => {
    const owner = ownerOf('Cabinet Roux', 'Anne Roux', names, calendars);
    const next = withOwner({ ...policy, rules: [] }, owner, 'Europe/Paris');
    assert.deepEqual(next.clients[0], policy.clients[0]);
    assert.deepEqual(next.clients[1], { id: 'cabinet-roux', name: 'Cabinet Roux', timeZone: 'Europe/Paris', contacts: [{ id: 'anne-roux', name: 'Anne Roux' }] });
    assert.deepEqual(next.rules, []);
  });
});

describe('calendars and drafts', () => {
  test('changed events take the place of those of the same name, new ones come last', () => {
    const have = [{ uid: 'a', title: '1' }, { uid: 'b' }, { uid: 'b', recurrenceId: '2026-01-01T00:00:00' }];
    const changed = [{ uid: 'c' }, { uid: 'a', title: '2' }];
    assert.deepEqual(replaced(have, changed), [{ uid: 'a', title: '2' }, have[1], have[2], { uid: 'c' }]);
  });

  test('no line break of a title or an address opens a header of its own', () => {
    const eml = emlOf({ to: 'a@b.example\r\nBcc: x@y.example', subject: 'Hé\r\nX-Evil: 1', text: 'é', ics: 'BEGIN:VCALENDAR', method: 'COUNTER\r\nX: 1' }, 'b1');
    const head = eml.slice(0, eml.indexOf('\r\n\r\n'));
    assert.deepEqual(head.split('\r\n').map((line) => line.split(':')[0]), ['To', 'Subject', 'X-Unsent', 'MIME-Version', 'Content-Type']);
    assert.ok(!/^(Bcc|X-Evil|X):/im.test(eml));
  });
});
