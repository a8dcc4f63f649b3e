// Writes operations.d.ts: the types of all parameters and results from their schemas, and the interfaces of `load()`
// and `connect()` from the operations table.
import { compile } from 'json-schema-to-typescript';
import { operationSchemas, shapeSchemas } from './schemas.mjs';

/** Names of the package's own types, which no schema may take. */
const reserved = [
  'CallOptions', 'CompiledModule', 'ConnectOptions', 'DeskRooms', 'ErrorData', 'EveryType', 'Held', 'HeldDesk', 'LoadOptions', 'Operation', 'OperationInfo', 'Progress',
  'Relais', 'RelaisClient', 'RelaisError', 'RemoteDesk', 'RemoteOperation', 'RemoteSearch', 'Search', 'SearchCallOptions',
  'SearchOptions', 'Stopped', 'WasmSource', 'Work',
];

const upperCamel = (text) => text.replace(/(^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, __, letter) => letter.toUpperCase());

/** All schemas as the definitions of one document, so that a shape used twice is one type. */
function bundle(operations, shapes) {
  const document = { $defs: {} };
  const names = new Map(reserved.map((name) => [name, 'the package itself'])); // type name → where it is defined
  const add = (file, schema) => {
    for (const [key, definition] of Object.entries(schema.$defs ?? {})) {
      const title = file.startsWith('shapes/') ? (definition.title ?? key) : upperCamel(`${file.slice(0, -5)} ${key}`);
      const name = upperCamel(title);
      const place = `${file}#/$defs/${key}`;
      if (names.has(name) && !definition.$ref) throw new Error(`${name}: both ${place} and ${names.get(name)}`);
      if (!definition.$ref) names.set(name, place);
      const copy = rewrite(definition, file);
      document.$defs[place.replaceAll('/', '~')] = definition.$ref ? copy : { ...copy, title: name };
    }
  };
  for (const { id, schema } of shapes) add(id, schema);
  for (const { name, schema } of operations) add(`${name}.json`, schema);
  return document;
}

/** References turned from `shapes/agenda.json#/$defs/Problem` into the bundle's own; inner titles and examples go. */
function rewrite(value, file) {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, file));
  if (typeof value !== 'object' || value === null) return value;
  const out = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'examples') continue;
    out[key] = key === '$ref' && typeof inner === 'string' ? bundled(inner, file) : rewrite(inner, file);
  }
  return out;
}

function bundled(reference, file) {
  const { pathname, hash } = new URL(reference, `https://schema.example/${file}`);
  return `#/$defs/${(pathname.slice(1) + hash).replaceAll('/', '~').replaceAll('~', '~0')}`;
}

/** The name of the type that a definition came to. */
function typeName(document, place) {
  const definition = document.$defs[place.replaceAll('/', '~')];
  if (!definition) throw new Error(`${place} is missing`);
  if (!definition.$ref) return definition.title;
  return typeName(document, definition.$ref.slice('#/$defs/'.length).replaceAll('~0', '~').replaceAll('~', '/'));
}

const comment = (text, indent) => (text ? `${indent}/** ${text.replaceAll('*/', '* /').trim()} */\n` : '');

function face(document, table, operations, signature) {
  const roomOf = ({ name }) => name.split('.')[0];
  const text = [...new Set(table.map(roomOf))].map((room) => {
    const methods = table.filter((line) => roomOf(line) === room).map(({ name, hasWork }) => {
      const { schema } = operations.find((operation) => operation.name === name);
      const params = typeName(document, `${name}.json#/$defs/params`);
      const result = typeName(document, `${name}.json#/$defs/result`);
      const about = schema.description ?? schema.title;
      return `${comment(about, '    ')}    ${name.split('.')[1]}: ${signature(hasWork)}<${params}, ${result}>;\n`;
    });
    return `  readonly ${room}: {\n${methods.join('')}  };\n`;
  });
  return text.join('');
}

const head = `/// <reference lib="esnext.disposable" />
// Generated from core/desk/schema.
import type { CallOptions, SearchCallOptions } from './client.js';
import type { HeldDesk } from './desk.js';
import type { DeskRooms, Held, RemoteDesk } from './held.js';
import type { SearchOptions } from './load.js';
import type { OperationInfo } from './table.js';
import type { Work } from './work.js';

/** Answers at once; throws a RelaisError. */
export type Operation<Params, Result> = (params: Params) => Result;

/** A search on this thread; throws a RelaisError. */
export interface Search<Params, Result> {
  (params: Params, options?: SearchOptions): Result;
  /** The same in slices, for callers who keep their own loop. */
  start(params: Params): Work<Result>;
}

/** Rejects with a RelaisError. */
export type RemoteOperation<Params, Result> = (params: Params, options?: CallOptions) => Promise<Result>;

/** A search in the worker; rejects with a RelaisError. */
export type RemoteSearch<Params, Result> = (params: Params, options?: SearchCallOptions) => Promise<Result>;
`;

export async function declarations(table) {
  const operations = operationSchemas();
  const document = bundle(operations, shapeSchemas());
  const all = Object.keys(document.$defs);
  const types = await compile(
    { ...document, title: 'EveryType', type: 'object', additionalProperties: false,
      properties: Object.fromEntries(all.map((place) => [place, { $ref: `#/$defs/${place.replaceAll('~', '~0')}` }])) },
    'EveryType',
    { bannerComment: '', ignoreMinAndMaxItems: true, unreachableDefinitions: false },
  );
  return `${head}
/** The operations on this thread. */
export interface Relais {
  readonly version: string;
  readonly operations: readonly OperationInfo[];
  /** Bytes that the module holds. */
  memoryInUse(): number;
  /** A desk that the module holds: a question brings only what is new. Throws a RelaisError. */
  readonly Desk: new (held?: Held) => HeldDesk & DeskRooms;
${face(document, table, operations, (hasWork) => (hasWork ? 'Search' : 'Operation'))}}

/** The operations in a worker. */
export interface RelaisClient {
  readonly version: string;
  readonly operations: readonly OperationInfo[];
  /** A desk that the worker holds: a question brings only what is new. */
  openDesk(held?: Held): Promise<RemoteDesk>;
  /** Ends the worker; calls still open are rejected with the code \`cancelled\`. */
  close(): void;
  [Symbol.dispose](): void;
  [Symbol.asyncDispose](): Promise<void>;
${face(document, table, operations, (hasWork) => (hasWork ? 'RemoteSearch' : 'RemoteOperation'))}}

${types.replace(/export interface EveryType \{[^]*?\n\}\n/, '')}`;
}
