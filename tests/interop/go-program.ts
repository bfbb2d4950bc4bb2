import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

const go = process.env['GO'] ?? '/usr/bin/go';
/** Where Debian's golang-golang-x-mod-dev lies. */
const gopath = '/usr/share/gocode';
const sources = join(import.meta.dirname, 'verify-log');

/** Without modules, so that nothing is fetched. */
function environment(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, GO111MODULE: 'off', GOPATH: gopath, GOFLAGS: '', GOCACHE: join(folder, 'go-cache'), CGO_ENABLED: '0' };
}

/** Builds the program of `verify-log/` into a folder. Throws where Go or its package is missing: then no other implementation has looked at anything. */
export function buildVerifyLog(folder: string): string {
  if (!existsSync(go) || !existsSync(join(gopath, 'src/golang.org/x/mod/sumdb/tlog')))
    throw new Error('Go is missing: apt-get install golang-go golang-golang-x-mod-dev, or set GO');
  const program = join(folder, 'program');
  execFileSync(go, ['build', '-o', program], { cwd: sources, env: environment(folder), stdio: 'pipe' });
  return program;
}

/** What Go's own tools doubt, and files that they would write otherwise. */
export function untidyFiles(folder: string): readonly string[] {
  const vetted = spawnSync(go, ['vet', '.'], { cwd: sources, env: environment(folder), encoding: 'utf8' });
  const formatted = spawnSync(join(dirname(realpathSync(go)), 'gofmt'), ['-l', '.'], { cwd: sources, encoding: 'utf8' });
  return [vetted.stderr, formatted.stdout, formatted.stderr].filter((text) => text !== '');
}

export interface GoVerdict {
  readonly code: number | null;
  readonly text: string;
}

export interface GoQuestion {
  readonly program: string;
  readonly vkey: string;
  readonly witnesses: readonly string[];
  /** Folder or address of a log. */
  readonly place: string;
  /** File with an earlier checkpoint. */
  readonly older?: string;
  readonly receipts?: readonly string[];
}

export function verifyLog({ program, vkey, witnesses, place, older, receipts = [] }: GoQuestion): GoVerdict {
  const flags = ['-vkey', vkey, ...witnesses.flatMap((each) => ['-witness', each]), ...(older === undefined ? [] : ['-older', older])];
  const { status, stdout, stderr } = spawnSync(program, [...flags, place, ...receipts], { encoding: 'utf8' });
  return { code: status, text: stdout + stderr };
}
