import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { digestOfBytes } from '@parlance/core';

/** Answers in place of the registry; false: let the registry answer. */
export type Lie = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface LyingRegistry {
  /** `127.0.0.1:40123` */
  readonly host: string;
  readonly blobs: Map<string, Uint8Array>;
  /** By tag and by digest. */
  readonly manifests: Map<string, Uint8Array>;
  /** `GET /v2/...`, and what it was signed in with. */
  readonly asked: { readonly line: string; readonly authorization: string | undefined }[];
  lie(next: Lie): void;
  put(tag: string, manifest: Uint8Array): void;
  close(): Promise<void>;
}

/** As much of the OCI distribution specification as a client needs, in memory, on a real socket; honest until it is told to lie. */
export async function startLyingRegistry(): Promise<LyingRegistry> {
  const blobs = new Map<string, Uint8Array>();
  const manifests = new Map<string, Uint8Array>();
  const asked: { line: string; authorization: string | undefined }[] = [];
  let lie: Lie = () => false;
  const put = (tag: string, manifest: Uint8Array): void => {
    manifests.set(tag, manifest);
    manifests.set(digestOfBytes(manifest), manifest);
  };
  const server = createServer((request, response) => {
    asked.push({ line: `${request.method ?? ''} ${request.url ?? ''}`, authorization: request.headers.authorization });
    if (lie(request, response)) return;
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      answer({ blobs, manifests, put }, request, response, Buffer.concat(parts));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${address.port}`,
    blobs,
    manifests,
    asked,
    lie: (next) => (lie = next),
    put,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

type Store = Pick<LyingRegistry, 'blobs' | 'manifests' | 'put'>;

function answer(...[store, request, response, body]: [Store, IncomingMessage, ServerResponse, Buffer]): void {
  const url = new URL(request.url ?? '', 'http://registry');
  if (request.method === 'POST') response.writeHead(202, { location: `${url.pathname}session?state=1` }).end();
  else if (request.method === 'PUT') take(store, url, body, response);
  else give(store, url, request.method === 'HEAD', response);
}

function placeOf(url: URL): readonly [kind: string, name: string] {
  const [, kind = '', name = ''] = /^\/v2\/packs\/ee\/(blobs|manifests)\/(.*)$/.exec(url.pathname) ?? [];
  return [kind, name];
}

function take(...[{ blobs, put }, url, body, response]: [Store, URL, Buffer, ServerResponse]): void {
  const [kind, name] = placeOf(url);
  const digest = digestOfBytes(body);
  const isRight = kind === 'manifests' || url.searchParams.get('digest') === digest;
  if (isRight && kind === 'blobs') blobs.set(digest, body);
  if (kind === 'manifests') put(name, body);
  response.writeHead(isRight ? 201 : 400, { location: '/', 'docker-content-digest': digest }).end();
}

function give(...[{ blobs, manifests }, url, isHead, response]: [Store, URL, boolean, ServerResponse]): void {
  const [kind, name] = placeOf(url);
  const bytes = (kind === 'blobs' ? blobs : manifests).get(name);
  if (bytes === undefined) response.writeHead(404).end(JSON.stringify({ errors: [{ code: 'NAME_UNKNOWN', message: 'canary' }] }));
  else {
    response.writeHead(200, { 'content-length': bytes.length, 'docker-content-digest': digestOfBytes(bytes) });
    response.end(isHead ? undefined : bytes);
  }
}
