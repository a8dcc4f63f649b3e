/** Between local times and instants, by the browser's own zones: for what is shown. The core has its own. */

const minute = 60_000;
const text = (ms: number): string => new Date(ms).toISOString().slice(0, 19);

const formats = new Map<string, Intl.DateTimeFormat>();
function zoneFormat(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    const parts = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
    format = new Intl.DateTimeFormat("en-u-ca-iso8601-hc-h23", { ...parts, second: "2-digit", timeZone: zone });
    formats.set(zone, format);
  }
  return format;
}

/** Whether the browser knows the zone; calendar files may bring their own. */
export function isZone(zone: string): boolean {
  try {
    return Boolean(zoneFormat(zone));
  } catch {
    return false;
  }
}

const offsets = new Map<string, number>();
/** Milliseconds by which the zone's clocks are ahead of UTC at `ms`; offsets change on quarter hours only. */
function offsetAt(ms: number, zone: string): number {
  const quarter = Math.floor(ms / (15 * minute));
  const key = `${zone} ${quarter}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const shown = Object.fromEntries(zoneFormat(zone).formatToParts(quarter * 15 * minute).map((p) => [p.type, p.value]));
    const local = `${shown.year}-${shown.month}-${shown.day}T${shown.hour}:${shown.minute}:${shown.second}Z`;
    offset = Date.parse(local) - quarter * 15 * minute;
    if (offsets.size > 20_000) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

/** The local time of an instant in a zone. */
export function localOf(instant: string, zone: string): string {
  const ms = Date.parse(instant);
  return text(ms + offsetAt(ms, zone));
}

/** The instant of a local time in a zone. RFC 5545 section 3.3.5: a time that is skipped takes the offset before the gap, one that comes twice is the first. */
export function instantOf(local: string, zone: string): string {
  const wall = Date.parse(`${local.slice(0, 19)}Z`);
  const before = offsetAt(wall - 1440 * minute, zone);
  const after = offsetAt(wall + 1440 * minute, zone);
  const fits = [before, after].map((offset) => wall - offset).find((ms) => ms + offsetAt(ms, zone) === wall);
  return `${text(fits ?? wall - before)}Z`;
}
