// Every way of spoiling a value in one place: a member dropped or added, a type swapped, a number or text out of range.

/** Values to put in the place of one that was right. */
function replacements(value) {
  const others = [null, true, 7, 'no-such-value', [], {}];
  if (typeof value === 'number') others.push(-1, 0, 1.5, 1e9, -(2 ** 53), 2 ** 53, String(value));
  if (typeof value === 'string') others.push('', ` ${value}`, `${value} `, `${value}x`, value.toUpperCase(), value.toLowerCase(), '\u0000', '-P1D');
  if (typeof value === 'boolean') others.push(String(value), Number(value));
  if (Array.isArray(value)) others.push(...value.slice(0, 1), Object.fromEntries(value.entries()), [...value, ...value], value.length ? [[...value]] : [null]);
  return others.filter((other) => JSON.stringify(other) !== JSON.stringify(value));
}

/** `[{path, what, value}]`: the whole, spoilt in one place each time. */
export function mutations(whole) {
  const found = [];
  const visit = (value, path, put) => {
    for (const other of replacements(value)) found.push({ path, what: JSON.stringify(other), value: put(other) });
    if (Array.isArray(value)) {
      // The tail of a long list says nothing new.
      value.slice(0, 3).forEach((item, i) => visit(item, `${path}/${i}`, (other) => put(value.with(i, other))));
    } else if (typeof value === 'object' && value !== null) {
      found.push({ path, what: 'an unknown member', value: put({ ...value, noSuchMember: 1 }) });
      for (const [key, item] of Object.entries(value)) {
        const { [key]: _, ...rest } = value;
        found.push({ path, what: `no ${key}`, value: put(rest) });
        visit(item, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, (other) => put({ ...value, [key]: other }));
      }
    }
  };
  visit(whole, '', (value) => value);
  return found;
}

/** Whether a JSON Pointer leads to a place in the value, or to a member that is missing from it. */
export function leadsInto(value, pointer) {
  if (pointer === '') return true;
  if (!pointer.startsWith('/')) return false;
  const tokens = pointer.slice(1).split('/').map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  return tokens.every((token, i) => {
    if (typeof value !== 'object' || value === null) return false;
    const there = Object.hasOwn(value, token);
    value = value[token];
    return there || i === tokens.length - 1;
  });
}
