/** Journals of a desk, drawn from a seed: requests, tasks, promises, events, instructions, handovers, in both languages. */
import { createHash } from "node:crypto";
import { mulberry } from "./random.mjs";

const texts = [
  "Rappeler Mme Roux au sujet de l’audience", "Send the corrected invoice to Mrs Green", "Demander les pièces au greffe",
  "Boiler on the second floor makes a noise again", "Déplacer le détartrage de M. Kern", "Confirm the fitting room with Julien",
];
const answers = ["pas de réponse, message laissé", "asked to call again after four", "d’accord pour mardi", "will send it today"];

export const policy = {
  assistants: [
    { id: "ana", name: "Ana Petit", languages: ["fr", "en"], clearance: "secret", timeZone: "Europe/Paris", hours: week("09:00", "18:00") },
    { id: "ben", name: "Ben Moreau", languages: ["en"], clearance: "internal", timeZone: "Europe/London", hours: week("08:30", "17:00") },
  ],
  clients: [
    { id: "law", name: "Cabinet Roux", timeZone: "Europe/Paris", hours: week("09:00", "18:00"), contract: { kind: "package", minutes: 600, per: "month", carryOver: true },
      instructions: [{ id: "p1", text: "Ne jamais donner de date d’audience par téléphone." }] },
    { id: "clinic", name: "Green Clinic", timeZone: "Europe/London" },
    { id: "plumber", name: "Moreau & fils", timeZone: "Europe/Paris" },
  ],
  followUps: [{ id: "f1", after: "P2D", action: "call", times: 3 }],
};

function week(from, to) {
  return Object.fromEntries(["mo", "tu", "we", "th", "fr"].map((day) => [day, [[from, "12:30"], ["13:30", to]]]));
}

/** What `journal.append` takes. `open` is how many tasks are left open at the end, at most. */
export function drafts(entries, { seed = 1, open = 40 } = {}) {
  const next = mulberry(seed), out = [];
  const draw = (below) => next() % below;
  const begin = Date.parse("2026-01-05T08:00:00Z");
  const step = Math.max(1, Math.floor((64 * 86400) / entries));
  const isoAt = (seconds) => new Date(begin + seconds * 1000).toISOString().replace(".000Z", "Z");
  const day = (ahead) => isoAt(Math.max(0, out.length * step + ahead * 86400)).slice(0, 10);
  const one = (list) => list[draw(list.length)];
  const alive = [], promised = [];
  let made = 0;
  const add = (type, ref, payload, client = one(["law", "clinic", "plumber"])) => out.push({
    at: isoAt(out.length * step), by: one(["ana", "ana", "ben"]), type, ref, client, payload,
    salt: createHash("md5").update(`${seed}/${out.length}`).digest("hex"),
  });
  const level = () => (draw(5) === 0 ? { confidentiality: one(["confidential", "secret", "public"]) } : {});
  const openOne = () => {
    const id = `${draw(3) ? "t" : "r"}${(made += 1)}`;
    alive.push(id);
    if (id[0] === "r") {
      add("request.received", id, { request: { id, channel: one(["phone", "email"]), subject: one(texts), body: `${one(texts)}. ${one(texts)}.`, from: { name: one(["Mme Roux", "Mr O’Neill", "M. Kern"]) } }, ...level() });
      add("request.triaged", id, { priority: one(["high", "normal", "low", "normal"]), category: one(["callback", "billing"]), action: "message", deadline: day(1 + draw(5)), route: { to: "ana" } });
    } else {
      add("task.opened", id, {
        title: one(texts), owner: one(["ana", "ben"]), due: day(1 + draw(9)), next: one(texts), ...level(),
        ...(draw(4) === 0 && { waitingOn: { who: "le greffe", what: "la date", since: day(-1), chase: day(1) } }),
        ...(draw(4) === 0 && { ifThen: { if: one(answers), then: one(texts), who: "ben" } }),
        ...(draw(6) === 0 && { priority: one(["critical", "high"]) }),
      });
    }
  };
  while (out.length < entries) {
    const id = alive.length ? one(alive) : null;
    const kind = draw(12);
    // Most promises are kept, within days.
    if (promised.length > 3) add("callback.done", promised.shift(), { outcome: one(answers) });
    else if (!id || alive.length < open && kind < 4) openOne();
    else if (alive.length >= open || kind < 6) {
      alive.splice(alive.indexOf(id), 1);
      add(id[0] === "r" ? "request.closed" : "task.closed", id, { reason: one(answers) });
    } else if (kind === 6) add("contact.attempted", id, { who: "Mme Roux", channel: "phone", outcome: one(answers) });
    else if (kind === 7) {
      promised.push(id);
      add("callback.promised", id, { to: one(["Mme Roux", "Mr O’Neill"]), by: `${day(1)}T16:00:00`, about: one(texts) });
    }
    else if (kind === 8) add("message.sent", id, { to: "Mme Roux", channel: "email", text: one(answers) });
    else if (kind === 9) add("time.worked", one(["law", "clinic"]), { minutes: 5 + draw(40) });
    else if (kind === 10) add("event.booked", `e${out.length}`, { title: one(texts), start: `${day(1 + draw(6))}T10:00:00`, timeZone: "Europe/Paris", people: ["ana"] });
    else add(id[0] === "r" ? "request.corrected" : "task.changed", id, { owner: one(["ana", "ben"]) });
  }
  return out.slice(0, entries);
}
