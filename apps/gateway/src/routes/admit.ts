import { chatRequest, type ChatRequest } from '@parlance/wire';
import { type FastifyRequest } from 'fastify';
import { scriptsOffered, supportedLanguage } from '@parlance/pack';
import { type ClientFault } from '../errors.ts';
import { type Gateway } from '../gateway.ts';
import { type KeyFacts } from '../store/key-facts.ts';
import { deepest, isDeeperThan } from '../turn/map-strings.ts';
import { resolveModel } from '../upstream/resolve-model.ts';
import { egressFault } from './egress-fault.ts';
import { requestFault } from './request-fault.ts';

export type Admission<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: ClientFault };

export interface Admitted {
  readonly request: ChatRequest;
  readonly sector: string;
}

/** Who asks: the key of the `Authorization` header. */
export async function authenticate(gateway: Pick<Gateway, 'keys'>, request: FastifyRequest): Promise<Admission<KeyFacts>> {
  const header = request.headers.authorization;
  if (header === undefined || header === '')
    return refused({ code: 'missing_key', message: 'send the header "Authorization: Bearer <key>"' });
  const secret = /^Bearer +(\S+)$/i.exec(header)?.[1];
  const facts = secret === undefined ? null : await gateway.keys.find(secret);
  return facts === null
    ? refused({ code: 'invalid_key', message: 'this key is not known, or has expired or been revoked' })
    : { ok: true, value: facts };
}

/** Checks a request against the wire format, the models on offer and the pack. All that can be refused is refused before anybody is asked. */
export async function admit(gateway: Gateway, body: unknown, keySector: string | null): Promise<Admission<Admitted>> {
  if (isDeeperThan(body, deepest))
    return refused({ code: 'invalid_request', message: `the body: expected at most ${deepest} levels of nesting` });
  const parsed = chatRequest.safeParse(body);
  if (!parsed.success) return refused(requestFault(parsed.error));
  const request = parsed.data;
  const sector = request.parlance?.sector ?? keySector ?? gateway.country.defaultSector;
  const fault = readerFault(gateway, request, sector) ?? shapeFault(request) ?? egressFault(gateway, request);
  if (fault !== null) return refused(fault);
  if (!gateway.usage.hasRoom) return refused({ code: 'overloaded', message: 'the database has been away for too long; try again later' });
  const model = await resolveModel(gateway.upstream, request.model);
  if (model === null)
    return refused({
      code: 'unknown_model',
      message: 'no such model here; GET /v1/models lists them, and "parlance" is always there',
      param: 'model',
    });
  return { ok: true, value: { request: { ...request, model }, sector } };
}

function refused(fault: ClientFault): { readonly ok: false; readonly fault: ClientFault } {
  return { ok: false, fault };
}

/** What is said of the reader, as far as this pack decides it. */
function readerFault(gateway: Gateway, request: ChatRequest, sector: string): ClientFault | null {
  return sectorFault(gateway, sector) ?? languageFault(gateway, request) ?? scriptFault(gateway, request);
}

function sectorFault(gateway: Gateway, sector: string): ClientFault | null {
  const { sectors } = gateway.country;
  if (sectors.includes(sector)) return null;
  return {
    code: 'invalid_request',
    message: `parlance.sector: expected one of ${sectors.join(', ')}`,
    param: 'parlance.sector',
  };
}

function languageFault(gateway: Gateway, request: ChatRequest): ClientFault | null {
  const { languages } = gateway.country.pack;
  const asked = request.parlance?.language;
  if (asked === undefined || supportedLanguage(languages, asked) !== null) return null;
  return {
    code: 'unsupported_language',
    message: `parlance.language: expected one of ${languages.join(', ')}`,
    param: 'parlance.language',
  };
}

/** A script that is possible in another language than the one of the answer is passed over; one that no answer can have is an error. */
function scriptFault(gateway: Gateway, request: ChatRequest): ClientFault | null {
  const { pack } = gateway.country;
  const { language, script } = request.parlance ?? {};
  if (script === undefined) return null;
  const named = language === undefined ? null : supportedLanguage(pack.languages, language);
  const offered = [...new Set((named === null ? pack.languages : [named]).flatMap((each) => scriptsOffered(pack, each)))];
  if (offered.includes(script)) return null;
  return {
    code: 'invalid_request',
    message: `parlance.script: expected one of ${offered.join(', ')}${named === null ? '' : `, in which ${named} may be written here`}`,
    param: 'parlance.script',
  };
}

/** What would carry text past the screen is refused: audio, log probabilities, and the old function call. */
function shapeFault(request: ChatRequest): ClientFault | null {
  const refusedMembers = ['audio', 'functions', 'function_call', 'top_logprobs', 'prediction'] as const;
  const found = refusedMembers.find((member) => isAsked(request[member]));
  if (found !== undefined)
    return {
      code: 'unsupported_parameter',
      message: `${found}: not supported yet, because its text would pass the screen unread`,
      param: found,
    };
  const modalities = request['modalities'];
  if (Array.isArray(modalities) && modalities.some((modality) => modality !== 'text')) {
    return { code: 'unsupported_parameter', message: 'modalities: only "text" is supported', param: 'modalities' };
  }
  return null;
}

function isAsked(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}
