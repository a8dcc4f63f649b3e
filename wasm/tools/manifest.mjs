/** The package.json of the published package. The version has one home: CMakeLists.txt, told by the module itself. */
export const manifest = (version) => ({
  name: 'relais',
  version,
  description: 'The desk of a virtual assistant: solves agendas, ranks requests, hands over. A C++ core in WebAssembly.',
  keywords: ['calendar', 'scheduling', 'triage', 'handover', 'jscalendar', 'icalendar', 'wasm'],
  license: 'MIT',
  type: 'module',
  sideEffects: ['./thread.js', './thread.node.js'],
  engines: { node: '>=20' },
  exports: {
    '.': {
      node: { types: './index.node.d.ts', default: './index.node.js' },
      default: { types: './index.d.ts', default: './index.js' },
    },
    './worker': {
      node: { types: './worker.node.d.ts', default: './worker.node.js' },
      default: { types: './worker.d.ts', default: './worker.js' },
    },
    './core.wasm': './core.wasm',
    './package.json': './package.json',
  },
});
