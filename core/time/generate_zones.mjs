// Makes core/time/zone_data.cpp from the IANA time zone database and CLDR's table of Windows names.
//
//   node core/time/generate_zones.mjs TZDATA_ZI WINDOWS_ZONES_JSON > core/time/zone_data.cpp
//
// TZDATA_ZI            the database in its compact form. Debian's package brings it:
//                      apt-get download tzdata && dpkg -x tzdata_*.deb tz   →  tz/usr/share/zoneinfo/tzdata.zi
// WINDOWS_ZONES_JSON   supplemental/windowsZones.json of the npm package cldr-core:
//                      npm pack cldr-core && tar xzf cldr-core-*.tgz        →  package/supplemental/windowsZones.json
//
// Needs Node 18 or newer and zic (Debian: libc-bin). Each zone is compiled by `zic -b slim`; what is kept is the offset
// at 1970-01-01T00:00:00Z, the transitions after it and the POSIX rule that follows the last one (RFC 8536 section 3.3).
// zone_table.cpp says how a zone is written down.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";

const [source, windowsSource] = process.argv.slice(2);
if (!windowsSource) {
  console.error("usage: node generate_zones.mjs TZDATA_ZI WINDOWS_ZONES_JSON > zone_data.cpp");
  process.exit(2);
}

/** The second half of a TZif file, whose times have 64 bits: transitions, types and footer (RFC 8536 section 3). */
function readTzif(bytes) {
  if (bytes.toString("latin1", 0, 4) !== "TZif" || bytes[4] < 0x32) throw new Error("not TZif of version 2 or later");
  const counts = (at) => Array.from({ length: 6 }, (_, i) => bytes.readUInt32BE(at + 20 + 4 * i));
  const [isutc, isstd, leap, time, type, char] = counts(0);
  const start = 44 + time * 5 + type * 6 + char + leap * 8 + isstd + isutc;
  const [isutc2, isstd2, leap2, times, types, chars] = counts(start);
  if (leap2 !== 0) throw new Error("compiled with leap seconds");
  const timesAt = start + 44;
  const indexAt = timesAt + times * 8;
  const typesAt = indexAt + times;
  const footerAt = typesAt + types * 6 + chars + isstd2 + isutc2;
  const readType = (i) => ({ offset: bytes.readInt32BE(typesAt + 6 * i), daylight: bytes[typesAt + 6 * i + 4] === 1 });
  return {
    first: readType(0),
    transitions: Array.from({ length: times }, (_, i) => ({
      at: Number(bytes.readBigInt64BE(timesAt + 8 * i)),
      ...readType(bytes[indexAt + i]),
    })),
    footer: bytes.toString("latin1", footerAt + 1, bytes.length - 1),
  };
}

const same = (a, b) => a.offset === b.offset && a.daylight === b.daylight;

/** `CET-1CEST,M3.5.0,M10.5.0/3` → `X-1X,M3.5.0,M10.5.0/3`: what a clock is called is not kept. */
function withoutAbbreviations(footer) {
  const [clocks, ...changes] = footer.split(",");
  return [clocks.replace(/<[^>]*>|[A-Za-z]+/g, "X"), ...changes].join(",");
}

/** `3600,7200d|27mabA…|X-1X,M3.5.0,M10.5.0/3`, as zone_table.cpp reads it. */
function encode({ first, transitions, footer }) {
  let current = first;
  for (const transition of transitions) if (transition.at <= 0) current = transition;
  const types = [current];
  let moves = "";
  let last = 0;
  for (const transition of transitions.filter(({ at }) => at > 0)) {
    const startsRule = transition === transitions.at(-1);
    if (same(transition, current) && !startsRule) continue;
    let type = types.findIndex((known) => same(known, transition));
    if (type < 0) type = types.push(transition) - 1;
    if (type > 25) throw new Error("more than 26 kinds of time in one zone");
    const delta = transition.at - last;
    moves += delta % 60 === 0 ? (delta / 60).toString(36) : `!${delta.toString(36)}`;
    moves += String.fromCharCode(65 + type);
    last = transition.at;
    current = transition;
  }
  const offsets = types.map(({ offset, daylight }) => `${offset}${daylight ? "d" : ""}`).join(",");
  return `${offsets}|${moves}|${withoutAbbreviations(footer)}`;
}

/**
 * The slim form of a zone, with one more change of a yearly rule spelled out. RFC 8536 wants the rule to agree with the
 * last transition, but zic 2.36 lets America/Ojinaga's begin a week early; at a change of its own it surely agrees.
 */
function withFirstChangeOfRule(slim, fat) {
  if (!slim.footer.includes(",")) return slim;
  const last = slim.transitions.at(-1)?.at ?? -Infinity;
  const next = fat.transitions.find(({ at }) => at > last);
  return { ...slim, transitions: [...slim.transitions, next] };
}

function compile() {
  const folder = mkdtempSync(join(tmpdir(), "zones-"));
  const [slim, fat] = ["slim", "fat"].map((form) => join(folder, form));
  try {
    for (const form of [slim, fat]) {
      execFileSync("zic", ["-b", basename(form), "-d", form, source], { stdio: ["ignore", "ignore", "inherit"] });
    }
    return readdirSync(slim, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(slim, join(entry.parentPath ?? entry.path, entry.name)))
      .map((name) => {
        const [ofSlim, ofFat] = [slim, fat].map((form) => readTzif(readFileSync(join(form, name))));
        return { name, data: encode(withFirstChangeOfRule(ofSlim, ofFat)) };
      });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const byBytes = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const database = readFileSync(source, "utf8");
const release = /^# version (\S+)/.exec(database)[1];
const targets = new Map([...database.matchAll(/^L (\S+) (\S+)$/gm)].map(([, target, link]) => [link, target]));
const cldr = JSON.parse(readFileSync(windowsSource, "utf8")).supplemental;
const zones = compile().sort((a, b) => byBytes(a.name, b.name));
const data = [...new Set(zones.map((zone) => zone.data))];
const names = new Set(zones.map((zone) => zone.name));
const windows = cldr.windowsZones.mapTimezones
  .map(({ mapZone }) => mapZone)
  .filter(({ _territory, _type }) => _territory === "001" && names.has(_type))
  .map(({ _other, _type }) => [_other, targets.get(_type) ?? _type])
  .sort((a, b) => byBytes(a[0], b[0]));

const out = [
  "// Generated by: node core/time/generate_zones.mjs tzdata.zi windowsZones.json > core/time/zone_data.cpp",
  `// Sources: IANA tzdata ${release}; CLDR ${cldr.version._cldrVersion} windowsZones. Do not edit.`,
  "// clang-format off",
  '#include "core/time/zone_data.hpp"',
  "",
  "namespace relais::time::data {",
  "",
  `const std::string_view release = "${release}";`,
  "",
  "namespace {",
  "constexpr std::string_view lines[] = {",
  ...data.map((line) => `    "${line}",`),
  "};",
  "}  // namespace",
  "",
  "constinit const std::span<const std::string_view> zones = lines;",
  "",
  "const std::string_view names =",
  ...zones.map((zone) => `    "${zone.name} ${data.indexOf(zone.data)}\\n"`),
  "    ;",
  "",
  "const std::string_view windows_names =",
  ...windows.map(([other, type]) => `    "${other}=${type}\\n"`),
  "    ;",
  "",
  "}  // namespace relais::time::data",
  "",
];
process.stdout.write(out.join("\n"));
