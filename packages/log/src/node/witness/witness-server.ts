import { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { decodeText } from '../../encoding/text.ts';
import { formatVerifierKey } from '../../note/index.ts';
import { readBody } from './read-body.ts';
import { answerAddCheckpoint, plainText, stateOf, type Witness, type WitnessAnswer } from './witness-answer.ts';

export interface WitnessServerOptions extends Witness {
  /** The path of the submission prefix, without a slash at its end. */
  readonly prefix?: string;
  /** A known log signed two roots for one size. */
  readonly onFork: (fork: { readonly origin: string; readonly size: bigint }) => void;
  /** A request was answered with 500: the state could not be stored, or the key did not sign. Neither holds what was posted. */
  readonly onFault: (error: unknown) => void;
}

/** Room for 63 hashes and a checkpoint with signatures of a dozen kinds; judging reads every byte of it. */
export const largestRequest = 128 * 1024;

/**
 * c2sp.org/tlog-witness over `node:http`: `POST <prefix>/add-checkpoint`, and `GET <prefix>/` for people.
 *
 * ```
 * witness witness.example/w1
 * vkey witness.example/w1+a9b1c3d4+BA...
 * log log.example/2026h2 300
 * ```
 */
export function witnessListener(options: WitnessServerOptions): RequestListener {
  return (request, response) => {
    answer(options, request).then(
      (given) => {
        if (given !== null) send(response, given);
      },
      (error: unknown) => {
        send(response, refused(500, 'not_cosigned'));
        options.onFault(error);
      },
    );
  };
}

interface Answer extends Omit<WitnessAnswer, 'forked'> {
  readonly headers?: Readonly<Record<string, string>>;
}

/** Null when nobody waits for an answer any more. */
async function answer(options: WitnessServerOptions, request: IncomingMessage): Promise<Answer | null> {
  const { prefix = '', onFork } = options;
  const [path] = (request.url ?? '').split('?');
  const { method = '' } = request;
  if (path === `${prefix}/`) return ['GET', 'HEAD'].includes(method) ? description(options) : notAllowed('GET, HEAD');
  if (path !== `${prefix}/add-checkpoint`) return refused(404, 'path_unknown');
  if (method !== 'POST') return notAllowed('POST');
  const body = await readBody(request, largestRequest);
  if (body.kind === 'cut_off') return null;
  if (body.kind === 'too_large') return { ...refused(413, 'request_too_long'), headers: { connection: 'close' } };
  const text = decodeText(body.bytes);
  if (text === undefined) return refused(400, 'not_utf8');
  const { forked, ...given } = await answerAddCheckpoint(options, text);
  if (forked !== null) onFork(forked);
  return given;
}

function description(witness: Witness): Answer {
  const logs = [...stateOf(witness)].map(([origin, { size }]) => `log ${origin} ${String(size)}\n`);
  const { signer } = witness;
  const body = [`witness ${signer.name}\n`, `vkey ${formatVerifierKey(signer)}\n`, ...logs].join('');
  return { status: 200, contentType: plainText, body };
}

function refused(status: number, code: string): Answer {
  return { status, contentType: plainText, body: `${code}\n` };
}

function notAllowed(allow: string): Answer {
  return { ...refused(405, 'method'), headers: { allow } };
}

function send(response: ServerResponse, { status, contentType, body, headers = {} }: Answer): void {
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(body);
}
