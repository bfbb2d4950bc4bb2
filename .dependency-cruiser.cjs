/** The layers of ARCHITECTURE.md, as rules. */
const layers = {
  'packages/core': [],
  'packages/charter': ['core'],
  'packages/log': ['core'],
  'packages/wire': ['charter'],
  'packages/disclosure': ['core', 'charter'],
  'packages/pack': ['core', 'charter', 'disclosure'],
  'apps/web': ['wire', 'charter', 'log'],
  'apps/gateway': ['core', 'charter', 'wire', 'disclosure', 'pack', 'log', 'web'],
  'apps/cli': ['core', 'pack', 'log', 'gateway'],
};
const names = Object.keys(layers).map((path) => path.split('/')[1]);

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.test\\.tsx?$', 'index\\.ts$', 'main\\.ts$', '\\.(mjs|cjs|css)$', 'testing/'] },
      to: {},
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: { pathNot: ['\\.test\\.tsx?$', '/testing/'] },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'packages-are-pure',
      comment: 'No I/O in packages outside a folder node/: time, randomness and storage are arguments.',
      severity: 'error',
      from: { path: '^packages/', pathNot: ['/node/', '\\.test\\.tsx?$', '/testing/'] },
      to: { dependencyTypes: ['core'] },
    },
    ...Object.entries(layers).map(([path, allowed]) => ({
      name: `layer-${path.split('/')[1]}`,
      comment: `${path} may import only: ${allowed.join(', ') || 'nothing of ours'}`,
      severity: 'error',
      from: { path: `^${path}/`, pathNot: '\\.test\\.tsx?$' },
      to: { path: `^(packages|apps)/(${names.filter((name) => name !== path.split('/')[1] && !allowed.includes(name)).join('|')})/` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.tests.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'types', 'default'] },
  },
};
