// A desk that the module holds: the same answers as the operations that are sent everything, and its memory.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connect, load } from './support.mjs';

const relais = await load();

const salt = '0'.repeat(32);
const now = '2026-03-10T12:00:00Z';
const policy = { clients: [{ id: 'plumber' }] };
const texts = ["De l'eau coule du plafond de la cuisine.", 'Je voudrais un devis pour un lavabo.', 'Merci pour votre passage.', 'Please call me back before Friday 5 pm.'];

function received(n) {
  const id = `r${n}`;
  const request = {
    id, channel: 'phone', receivedAt: '2026-03-10T09:00:00', timeZone: 'Europe/Paris', client: 'plumber',
    from: { name: `Client ${n}` }, body: `${texts[n % texts.length]} Dossier ${n}.`,
  };
  return { at: '2026-03-10T08:00:00Z', by: 'ana', type: 'request.received', ref: id, client: 'plumber', payload: { request }, salt };
}
const closed = (id) => ({ at: '2026-03-10T09:00:00Z', by: 'ana', type: 'request.closed', ref: id, payload: {}, salt });
const requestsOf = (entries) => entries.filter(({ head }) => head.type === 'request.received').map(({ payload }) => payload.request);

describe('a held desk', () => {
  it('answers what the operations answer that are sent everything', () => {
    const desk = new relais.Desk({ policy });
    const { entries, tip } = desk.journal.append({ add: [received(1), received(2), received(3)] });
    assert.deepEqual(desk.journal.state(), relais.journal.state({ entries }));
    assert.equal(desk.journal.verify().head, tip.head);
    assert.deepEqual(
      desk.handover.compose({ reader: 'ben', at: now }),
      relais.handover.compose({ entries, policy, reader: 'ben', at: now }),
    );
    const state = relais.journal.state({ entries });
    assert.deepEqual(desk.triage.rank({ now }), relais.triage.rank({ requests: requestsOf(entries), policy, state, now }));
    desk.journal.append({ add: [closed('r2')] });
    assert.deepEqual(desk.triage.rank({ now }).items.map(({ id }) => id), ['r1', 'r3']);
    desk.dispose();
  });

  it('refuses what it holds, and what is no desk', () => {
    const desk = new relais.Desk();
    assert.throws(() => desk.journal.state({ entries: [] }), { code: 'unknown-member', path: '/entries' });
    assert.throws(() => new relais.Desk({ policy: 1 }), { name: 'RelaisError', code: 'wrong-type' });
    assert.throws(() => new relais.Desk({ journal: [] }), { code: 'unknown-member' });
    assert.equal(desk.journal.state().size, 0);
    desk[Symbol.dispose]();
  });

  it('gives its memory back', () => {
    const add = Array.from({ length: 200 }, (_, n) => received(n));
    const use = () => {
      const desk = new relais.Desk({ policy });
      desk.journal.append({ add });
      desk.triage.rank({ now });
      desk.dispose();
      desk.dispose();
      assert.throws(() => desk.journal.state(), TypeError);
    };
    use();
    const before = relais.memoryInUse();
    for (let i = 0; i < 5; ++i) use();
    assert.ok(relais.memoryInUse() - before < 10_000, `${relais.memoryInUse() - before} bytes more`);
  });

  it('is held by a worker too', async () => {
    const client = await connect();
    const desk = await client.openDesk({ policy });
    const { entries } = await desk.journal.append({ add: [received(1), received(2)] });
    assert.equal((await desk.triage.rank({ now })).items.length, 2);
    assert.deepEqual(await desk.journal.state(), relais.journal.state({ entries }));
    await assert.rejects(client.openDesk({ policy: 1 }), { code: 'wrong-type' });
    desk.dispose();
    await assert.rejects(desk.journal.state(), { code: 'cancelled' });
    client.close();
  });
});
