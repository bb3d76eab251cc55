/** The layers of the house: main → app → {server, cli, store, platform} → service → {understand, ports} → domain. */
const layer = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    layer(
      'domain-is-pure',
      'The domain imports nothing of ours but itself: it is what everything else rests on.',
      '^src/domain',
      '^src/(?!domain)',
    ),
    {
      name: 'domain-libraries',
      comment:
        'Only calendars, schemas and tables of characters may enter the domain; anything else brings I/O or a clock with it.',
      severity: 'error',
      from: { path: '^src/domain' },
      to: { path: 'node_modules/(?!(dayjs|zod|chinese-days|opencc-js)/)' },
    },
    {
      name: 'no-node-in-domain',
      comment: 'No I/O in the pure core.',
      severity: 'error',
      from: { path: '^src/(domain|understand)' },
      to: { dependencyTypes: ['core'] },
    },
    layer(
      'understand-is-pure',
      'Understanding text needs the domain model and nothing else.',
      '^src/understand',
      '^src/(?!understand|domain)',
    ),
    layer(
      'ports-know-domain-only',
      'What the inside needs from the outside is said in domain terms.',
      '^src/ports',
      '^src/(?!ports|domain)',
    ),
    layer(
      'service-knows-no-adapter',
      'The service works through ports.',
      '^src/service',
      '^src/(?!service|understand|ports|domain)',
    ),
    layer(
      'store-is-an-adapter',
      'Stores implement ports and skip the service.',
      '^src/store',
      '^src/(?!store|ports|domain)',
    ),
    layer(
      'platform-is-an-adapter',
      'Platforms implement ports and skip the service.',
      '^src/platform',
      '^src/(?!platform|ports|domain)',
    ),
    {
      name: 'platforms-are-strangers',
      comment: 'Vendors never import each other; what they share is in platform/shared.',
      severity: 'error',
      from: { path: '^src/platform/(wecom|dingtalk|console)/' },
      to: { path: '^src/platform/(wecom|dingtalk|console)/', pathNot: '^src/platform/$1/' },
    },
    layer(
      'files-know-the-domain',
      'Files are read into domain terms, whoever asks for them.',
      '^src/files',
      '^src/(?!files|domain|secret)',
    ),
    {
      name: 'only-app-composes',
      comment:
        'app.ts is the only file that chooses stores, platforms and clock; the commands about a ledger have no app.',
      severity: 'error',
      from: { path: '^src/(server|cli)', pathNot: '^src/cli/(verify|backup|restore|move|doctor|ledger/.*)\\.ts$' },
      to: { path: '^src/(store|platform/(wecom|dingtalk))' },
    },
    {
      name: 'nobody-imports-main',
      comment: 'main is the process; `duban start` becomes it.',
      severity: 'error',
      from: { pathNot: '^src/cli/duban\\.ts$' },
      to: { path: '^src/main' },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle has no first reader.',
      severity: 'error',
      from: {},
      // Types name each other freely: nothing of a cycle of them is left when the program runs.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'type-import'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A file nobody imports is dead.',
      severity: 'error',
      from: { orphan: true, path: '^src', pathNot: '\\.d\\.ts$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
