// `npm start`: installs what is missing, builds what has changed, and runs the gateway on embedded defaults.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { installMissing, root, run } from './install.mjs';

installMissing();
run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b']);
process.argv.splice(2, 0, 'serve');
await import(pathToFileURL(join(root, 'apps', 'cli', 'dist', 'main.js')).href);
