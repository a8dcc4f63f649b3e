import type { CallOptions } from './client.js';
import type { Relais } from './operations.js';

/** What a desk begins with. */
export type Held = Partial<Pick<Parameters<Relais['handover']['compose']>[0], 'policy' | 'entries'>>;

/** The members that a desk holds, or finds in its journal. */
type OfJournal = 'entries' | 'policy' | 'tip' | 'requests' | 'corrections' | 'state';

/** The operations that a desk answers, by room. */
interface Answered {
  agenda: 'problem';
  desk: 'pack';
  handover: 'compose';
  journal: 'append' | 'erase' | 'expired' | 'merge' | 'state' | 'verify';
  report: 'indicators';
  triage: 'rank';
}

type Rest<Params> = Omit<Params, OfJournal>;
type Given<Params> = {} extends Rest<Params> ? [params?: Rest<Params>] : [params: Rest<Params>];
type Asked<Ask> = Ask extends (params: infer Params) => infer Answer ? (...given: Given<Params>) => Answer : never;
type AskedThere<Ask> = Ask extends (params: infer Params) => infer Answer
  ? (...given: [...Given<Params>, options?: CallOptions]) => Promise<Answer> : never;

/** The operations of a desk, on this thread. */
export type DeskRooms = {
  readonly [Room in keyof Answered]: { readonly [Name in Answered[Room] & keyof Relais[Room]]: Asked<Relais[Room][Name]> };
};

/** A desk that a worker holds, until it is disposed of or the worker ends. */
export type RemoteDesk = {
  readonly [Room in keyof Answered]: { readonly [Name in Answered[Room] & keyof Relais[Room]]: AskedThere<Relais[Room][Name]> };
} & { dispose(): void; [Symbol.dispose](): void };
