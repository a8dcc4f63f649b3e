/** The labelled sets: the development corpus beside the repository, and those written for the project. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const corpus = process.env.RELAIS_TRIAGE_CORPUS ?? fileURLToPath(new URL("../../../../shared/corpus/triage/", import.meta.url));
const own = fileURLToPath(new URL("../../../core/triage/training/", import.meta.url));

const file = (name) => `${corpus.replace(/\/?$/, "/")}${name}`;
export const corpusThere = () => existsSync(file("policy.json"));
export const json = (name) => JSON.parse(readFileSync(file(name), "utf8"));
export const lines = (name) => readFileSync(file(name), "utf8").trimEnd().split("\n");
export const rows = (name) => lines(name).map((line) => JSON.parse(line));

/** Rows of core/triage/training/NAME: requests with their labels, as its README describes. */
export function ownRows(name, lang) {
  const out = [], withDeadlines = /^held\.(dates\.)?(fr|en)\.txt$/.test(name);
  let receivedAt = "2026-09-15T09:40:00";
  for (const line of readFileSync(own + name, "utf8").split("\n")) {
    if (line.startsWith("@ ")) receivedAt = `${line.slice(2).trim()}:00`;
    if (!/^[chnl]\|/.test(line)) continue;
    const fields = line.split("|");
    if (!withDeadlines) fields.splice(3, 0, "-", "0");
    const [priority, category, action, deadline, urgency, channel, client, ...text] = fields;
    out.push({
      id: `${name}:${out.length + 1}`, lang, channel, client, receivedAt, timeZone: "Europe/Paris", from: {}, body: text.join("|"),
      priority: { c: "critical", h: "high", n: "normal", l: "low" }[priority], category, action,
      deadline: deadline === "-" ? null : deadline, urgency: Number(urgency), deadlineAgreed: withDeadlines,
    });
  }
  return out;
}

const labels = ["priority", "category", "action", "deadline", "urgency", "deadlineAgreed", "labels"];
/** The request without what the readers said of it. */
export const requestOf = (row) => Object.fromEntries(Object.entries(row).filter(([name]) => !labels.includes(name)));
