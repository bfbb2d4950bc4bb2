// `npm test`: installs what is missing, then runs the tests; with --slow the long ones, which also need Chromium and PostgreSQL.
import { join } from 'node:path';
import { installMissing, root, run } from './install.mjs';

installMissing();
const args = process.argv.slice(2);
const slow = args.includes('--slow');
const rest = args.filter((arg) => arg !== '--slow');
run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b']);
run(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...rest], {
  env: { ...process.env, ...(slow ? { PARLANCE_SLOW_TESTS: '1' } : {}) },
});
