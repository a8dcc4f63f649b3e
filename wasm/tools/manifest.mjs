/** The package.json of the published package. The version has one home: CMakeLists.txt, told by the module itself. */
export const manifest = (version) => ({
  name: 'relais',
  version,
  description: 'The desk of a virtual assistant: solves agendas, ranks requests, hands over. A C++ core in WebAssembly.',
  keywords: ['calendar', 'scheduling', 'triage', 'handover', 'jscalendar', 'icalendar', 'wasm'],
  license: 'MIT',
  type: 'module',
  sideEffects: ['./worker.js', './worker.node.js'],
  engines: { node: '>=20' },
  exports: {
    '.': {
      node: { types: './index.node.d.ts', default: './index.node.js' },
      default: { types: './index.d.ts', default: './index.js' },
    },
    './worker': {
      node: { types: './connect.node.d.ts', default: './connect.node.js' },
      default: { types: './connect.d.ts', default: './connect.js' },
    },
    './core.wasm': './core.wasm',
    './package.json': './package.json',
  },
});
