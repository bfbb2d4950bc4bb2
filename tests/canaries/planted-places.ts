import { chunk, done, frames, startStream, stop, type Script } from '../gateway/mock-upstream.ts';

export type AskingRoute = 'POST /v1/chat/completions' | 'POST /v1/responses' | 'POST /v1/completions' | 'POST /ask';

/** What a client sends, beside what every request to the route has. */
interface Sent {
  readonly body?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
  /** In place of a body that could be read. */
  readonly raw?: string;
}

/** A place where a secret is put, on its way in or on its way back. */
export interface PlantedPlace {
  readonly name: string;
  readonly routes: readonly AskingRoute[];
  /** Routes that say it again to whoever sent it: a page shows the question, and the Responses API repeats settings. */
  readonly shownBackBy?: readonly AskingRoute[];
  readonly sent?: (secret: string, route: AskingRoute) => Sent;
  /** What the upstream says then. */
  readonly says?: (secret: string) => Script;
}

export const everyRoute: readonly AskingRoute[] = ['POST /v1/chat/completions', 'POST /v1/responses', 'POST /v1/completions', 'POST /ask'];
const api = everyRoute.filter((route) => route !== 'POST /ask');
const chat: readonly AskingRoute[] = ['POST /v1/chat/completions'];
const responses: readonly AskingRoute[] = ['POST /v1/responses'];

export function question(route: AskingRoute, text: string): Readonly<Record<string, unknown>> {
  switch (route) {
    case 'POST /v1/chat/completions':
      return { messages: [{ role: 'user', content: text }] };
    case 'POST /v1/responses':
      return { input: text };
    case 'POST /v1/completions':
      return { prompt: text };
    case 'POST /ask':
      return { q: text, lang: 'en' };
  }
}

const asked = 'What is it about?';
const streamed =
  (...chunks: readonly unknown[]): Script =>
  (response) => {
    startStream(response).end(frames([...chunks, done]));
  };
const call = (text: string) => chunk({ tool_calls: [{ index: 0, id: 'a', function: { name: 'f', arguments: text } }] });

/** Places on the way in. Nobody but the upstream may read what stands there. */
export const placesIn: readonly PlantedPlace[] = [
  {
    name: 'a question',
    routes: everyRoute,
    shownBackBy: ['POST /ask'],
    sent: (secret, route) => ({ body: question(route, `${asked} ${secret}`) }),
  },
  {
    name: 'a message of the system',
    routes: chat,
    sent: (secret) => ({
      body: {
        messages: [
          { role: 'system', content: secret },
          { role: 'user', content: asked },
        ],
      },
    }),
  },
  {
    name: 'what a tool said',
    routes: chat,
    sent: (secret) => ({
      body: {
        messages: [
          { role: 'user', content: asked },
          {
            role: 'assistant',
            content: null,
            tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: JSON.stringify({ secret }) } }],
          },
          { role: 'tool', tool_call_id: 'c', content: secret },
        ],
      },
    }),
  },
  { name: 'instructions', routes: responses, shownBackBy: responses, sent: (secret) => ({ body: { input: asked, instructions: secret } }) },
  {
    name: 'metadata',
    routes: api,
    shownBackBy: responses,
    sent: (secret, route) => ({ body: { ...question(route, asked), metadata: { about: secret } } }),
  },
  { name: 'the name of a user', routes: api, sent: (secret, route) => ({ body: { ...question(route, asked), user: secret } }) },
  { name: 'the name of a model', routes: api, sent: (secret, route) => ({ body: { ...question(route, asked), model: secret } }) },
  { name: 'a member that is not known', routes: api, sent: (secret, route) => ({ body: { ...question(route, asked), [secret]: secret } }) },
  {
    name: 'a value of the wrong kind',
    routes: api,
    sent: (secret, route) => ({ body: { ...question(route, asked), temperature: secret } }),
  },
  { name: 'a body that cannot be read', routes: api, sent: (secret) => ({ raw: `{"model": "${secret}` }) },
  { name: 'a key that is wrong', routes: api, sent: (secret) => ({ headers: { authorization: `Bearer pk-${secret}` } }) },
  { name: 'a header', routes: everyRoute, sent: (secret) => ({ headers: { 'x-title': secret, 'user-agent': secret, referer: secret } }) },
  { name: 'the query of the address', routes: everyRoute, sent: (secret) => ({ query: `?q=${secret}&${secret}=1` }) },
  { name: 'a field of the form that is not known', routes: ['POST /ask'], sent: (secret) => ({ body: { q: asked, [secret]: secret } }) },
  { name: 'a turn that nobody signed', routes: ['POST /ask'], sent: (secret) => ({ body: { q: asked, turn: `{"q":"${secret}"` } }) },
];

/** Places on the way back. What the rule of the pack leaves out may be read by nobody. */
export const placesBack: readonly PlantedPlace[] = [
  { name: 'an answer', routes: everyRoute, says: (secret) => streamed(chunk({ content: `About ${secret}, this.` }), stop) },
  {
    name: 'an answer, letter by letter',
    routes: everyRoute,
    says: (secret) => streamed(...Array.from(`About ${secret}, this.`, (content) => chunk({ content })), stop),
  },
  {
    name: 'reasoning',
    routes: everyRoute,
    says: (secret) => streamed(chunk({ reasoning_content: `I see ${secret}.` }), chunk({ content: 'Yes.' }), stop),
  },
  { name: 'a refusal', routes: everyRoute, says: (secret) => streamed(chunk({ refusal: `Not ${secret}.` }), stop) },
  { name: 'arguments of a tool', routes: everyRoute, says: (secret) => streamed(call(JSON.stringify({ x: secret })), stop) },
  { name: 'arguments that are no JSON', routes: everyRoute, says: (secret) => streamed(call(`{"x": "${secret}`), stop) },
  {
    name: 'a member of a chunk that is not known',
    routes: everyRoute,
    says: (secret) => streamed(chunk({ content: 'Yes.', audio: secret }), stop),
  },
  {
    name: 'the name and print of the model',
    routes: everyRoute,
    says: (secret) => streamed({ ...chunk({ content: 'Yes.' }), model: secret, system_fingerprint: secret, id: secret }, stop),
  },
  {
    name: 'an error within the stream',
    routes: everyRoute,
    says: (secret) => streamed(chunk({ content: 'Y' }), { error: { message: secret } }),
  },
  { name: 'data that is broken', routes: everyRoute, says: (secret) => streamed(chunk({ content: 'Y' }), `{"choices": "${secret}`) },
  {
    name: 'an error before the stream',
    routes: everyRoute,
    says: (secret) => (response) => {
      response.writeHead(500, { 'content-type': 'application/json', 'x-request-id': secret });
      response.end(JSON.stringify({ error: { message: secret, code: secret } }));
    },
  },
  {
    name: 'a header of the upstream',
    routes: everyRoute,
    says: (secret) => (response) => {
      response.setHeader('x-debug', secret).setHeader('set-cookie', secret);
      startStream(response).end(frames([chunk({ content: 'Yes.' }), stop, done]));
    },
  },
  {
    name: 'an answer that is cut off',
    routes: everyRoute,
    says: (secret) => (response) => {
      startStream(response).write(frames([chunk({ content: `About ${secret}` })]), () => response.destroy());
    },
  },
];
