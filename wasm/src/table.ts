/** One line of the core's operations table. */
export interface OperationInfo {
  /** `room.operation` */
  name: string;
  /** The parameter `now` is filled from the clock where it is not given. */
  takesNow: boolean;
  /** A search: it can be watched, limited and stopped. */
  hasWork: boolean;
  /** A held desk answers it, without the members that it holds. */
  ofDesk: boolean;
}

/** `{room: {operation: make(info)}}` of the whole table. */
export function group(table: readonly OperationInfo[], make: (info: OperationInfo) => unknown): object {
  const rooms: Record<string, Record<string, unknown>> = {};
  for (const info of table) {
    const [room, operation] = info.name.split('.') as [string, string];
    (rooms[room] ??= {})[operation] = make(info);
  }
  return rooms;
}

/** The present instant, to the second. */
export const clock = (): string => new Date().toISOString().replace(/\.\d+/, '');

/** The parameters with what the face knows: the present, and an effort given beside them. */
export function complete(info: OperationInfo, params: unknown, now: () => string, effort?: number): unknown {
  if (typeof params !== 'object' || params === null || Array.isArray(params)) return params;
  const filled = { ...params } as { now?: unknown; effort?: unknown };
  if (info.takesNow) filled.now ??= now();
  if (effort !== undefined) filled.effort = effort;
  return filled;
}
