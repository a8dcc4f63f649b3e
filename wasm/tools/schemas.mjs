// Reads core/desk/schema: one file an operation, `$defs.params` and `$defs.result`, and the shapes that several share.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

export const folder = new URL('../../core/desk/schema/', import.meta.url);

const readJson = (url) => JSON.parse(readFileSync(url, 'utf8'));
const jsonFiles = (url) =>
  (existsSync(url) ? readdirSync(url) : []).filter((name) => name.endsWith('.json')).sort();

/** `[{name, schema}]` of all operations, in order of their names. */
export function operationSchemas(from = folder) {
  return jsonFiles(from).map((file) => ({ name: file.slice(0, -5), schema: readJson(new URL(file, from)) }));
}

/** `[{id, schema}]` of the shared shapes; `id` is the path by which operations refer to them. */
export function shapeSchemas(from = folder) {
  const shapes = new URL('shapes/', from);
  return jsonFiles(shapes).map((file) => ({ id: `shapes/${file}`, schema: readJson(new URL(file, shapes)) }));
}

/** Fails unless the operations table and the folder name the same operations. */
export function checkNames(table, schemas) {
  const has = new Set(schemas.map(({ name }) => name));
  const wants = new Set(table.map(({ name }) => name));
  const missing = [...wants].filter((name) => !has.has(name));
  const spare = [...has].filter((name) => !wants.has(name));
  if (missing.length) throw new Error(`no schema in core/desk/schema for: ${missing.join(', ')}`);
  if (spare.length) throw new Error(`schemas of operations that the table does not have: ${spare.join(', ')}`);
}
