#!/usr/bin/env node
// Runs the built program when it is there and current, and the sources otherwise, so that a fresh or changed checkout works without a build step of its own.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const cli = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(dirname(cli));
const built = join(cli, 'dist', 'main.js');

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    // Tests are never built, so that they cannot make the build old.
    if (!/\.tsx?$/.test(path) || /\.test\.tsx?$/.test(path) || /[\\/]testing[\\/]/.test(path)) continue;
    latest = Math.max(latest, statSync(path).mtimeMs);
  }
  return latest;
}

function isCurrent() {
  if (!existsSync(built)) return false;
  return ['packages', 'apps'].every((group) =>
    readdirSync(join(root, group)).every((name) => {
      const home = join(root, group, name);
      const info = join(home, 'dist', '.tsbuildinfo');
      if (!existsSync(join(home, 'src'))) return true;
      return existsSync(info) && newest(join(home, 'src')) <= statSync(info).mtimeMs;
    }),
  );
}

if (isCurrent()) {
  await import(pathToFileURL(built).href);
} else {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', import.meta.resolve('tsx'), join(cli, 'src', 'main.ts'), ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      // The pages are written in JSX, which the loader reads by this file wherever the command is run.
      env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'apps', 'web', 'tsconfig.json') },
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 128);
  });
}
