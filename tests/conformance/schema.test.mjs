import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { operationSchemas, shapeSchemas } from '../../wasm/tools/schemas.mjs';
import { native, rawCore } from '../wasm/support.mjs';
import { leadsInto, mutations } from './mutations.mjs';

const core = await rawCore();
const operations = operationSchemas();
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, validateFormats: false, allErrors: false });
ajv.addKeyword('example');
for (const { id, schema } of shapeSchemas()) ajv.addSchema(schema, id);
for (const { name, schema } of operations) ajv.addSchema(schema, `${name}.json`);

const validator = (name, part) => ajv.getSchema(`${name}.json#/$defs/${part}`);
const run = (name, params) => JSON.parse(core.run(name, JSON.stringify(params)));
const because = (validate) => ajv.errorsText(validate.errors);

/** Calls `visit(schema, path)` for each schema in a document. */
function visitSchemas(value, visit, path = '') {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value, path);
  for (const [key, inner] of Object.entries(value)) {
    if (key !== 'examples' && key !== 'default' && key !== 'const' && key !== 'enum') visitSchemas(inner, visit, `${path}/${key}`);
  }
}

describe('the schemas', () => {
  it('are one for each operation of the table, and one more for none', () => {
    assert.deepEqual(operations.map(({ name }) => name), core.table.map(({ name }) => name).sort());
  });

  it('say what each member means', () => {
    const bare = [];
    for (const { name, schema } of [...operations, ...shapeSchemas().map(({ id, schema }) => ({ name: id, schema }))]) {
      visitSchemas(schema, ({ properties, prefixItems }, path) => {
        if (prefixItems && !path.endsWith('/properties')) bare.push(`${name}#${path}: prefixItems`);
        if (!properties || path.endsWith('/properties')) return;
        for (const [member, inner] of Object.entries(properties)) {
          if (!inner.description && !inner.$ref) bare.push(`${name}#${path}/properties/${member}`);
        }
      });
    }
    assert.deepEqual(bare, []);
  });

  it('have their own name, a description, and parameters that are closed and have examples', () => {
    for (const { name, schema } of operations) {
      assert.equal(schema.$id, `${name}.json`);
      assert.ok(schema.description, `${name}: description`);
      assert.ok(schema.$defs.params.examples?.length >= 1, `${name}: examples`);
      assert.ok(schema.$defs.result, `${name}: result`);
    }
  });
});

for (const { name, schema } of operations) {
  describe(name, () => {
    const accepts = validator(name, 'params');
    const answers = validator(name, 'result');
    const hasWork = core.table.find((op) => op.name === name)?.hasWork;

    it('answers each example of its schema as its schema says', () => {
      for (const params of schema.$defs.params.examples) {
        assert.ok(accepts(params), because(accepts));
        const { result, error } = run(name, params);
        assert.ok(!error, JSON.stringify(error));
        assert.ok(answers(result), `${because(answers)} in ${JSON.stringify(result).slice(0, 2000)}`);
      }
    });

    it('refuses what its schema refuses, with a path that leads to the place, natively too', async () => {
      // A line of a batch whose `params` are null is one without any.
      const spoilt = schema.$defs.params.examples.flatMap(mutations).filter(({ value }) => value !== null);
      const refused = spoilt.filter(({ value }) => !accepts(value));
      assert.ok(refused.length > 0);
      const there = await native(refused.map(({ value }) => ({ name, params: value })));
      const wrong = [];
      refused.forEach(({ path, what, value }, i) => {
        const { error } = JSON.parse(there[i]);
        const here = core.run(name, JSON.stringify(value));
        if (!error) wrong.push(`${path}: ${what} is answered`);
        else if (/^\d+:\d+$/.test(error.path)) return; // not JSON to the core: the column counts from the line's start
        else if (here !== there[i]) wrong.push(`${path}: ${what}: ${there[i]} natively, ${here} in WebAssembly`);
        else if (!leadsInto(value, error.path ?? '')) wrong.push(`${path}: ${what}: path ${error.path}`);
      });
      assert.ok(wrong.length === 0, [`${wrong.length} of ${refused.length}`, ...wrong.slice(0, 40)].join('\n'));
    });

    it('answers what its schema accepts as its schema says, or with an error', { skip: hasWork && 'a search' }, () => {
      const wrong = [];
      for (const { path, what, value } of schema.$defs.params.examples.flatMap(mutations).filter(({ value }) => accepts(value))) {
        const { result, error } = run(name, value);
        if (!error && !answers(result)) wrong.push(`${path}: ${what}: ${because(answers)}`);
      }
      assert.ok(wrong.length === 0, wrong.slice(0, 40).join('\n'));
    });
  });
}
