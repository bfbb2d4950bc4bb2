import { CodedError } from '@parlance/core';

export interface UpstreamOptions {
  readonly upstream?: string;
  readonly model?: string;
  readonly upstreamJurisdiction?: string;
}

/** Milliseconds to the first byte, and between two. */
const upstreamTimeout = 60_000;

/** Null when none is named. Throws `bad_usage`. */
export function upstreamOf(
  { upstream, model, upstreamJurisdiction }: UpstreamOptions,
  environment: Readonly<Record<string, string | undefined>>,
) {
  if (upstream === undefined) {
    if (model !== undefined || upstreamJurisdiction !== undefined) throw refusal('--upstream', 'an address when --model is given', 'none');
    return null;
  }
  if (!isAddress(upstream)) throw refusal('--upstream', 'an http or https address without name, password or query', 'something else');
  if (upstreamJurisdiction !== undefined && !/^[A-Z]{2}$/.test(upstreamJurisdiction))
    throw refusal('--upstream-jurisdiction', 'two capital letters, for example EE', upstreamJurisdiction);
  return {
    baseUrl: upstream.replace(/\/+$/, ''),
    key: environment['PARLANCE_UPSTREAM_KEY'] ?? null,
    model: model ?? null,
    jurisdiction: upstreamJurisdiction ?? null,
    timeout: upstreamTimeout,
  };
}

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, search } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && username === '' && search === '';
}

export function positive(option: string): (text: string) => number {
  return (text) => {
    if (!/^[1-9]\d{0,5}$/.test(text)) throw refusal(option, 'a number from 1 to 999999', text);
    return Number(text);
  };
}

export function date(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw refusal('--today', 'YYYY-MM-DD', text);
  return text;
}

/** For an option that may be given more than once. */
export function list(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text];
}

function refusal(option: string, expected: string, received: string): CodedError<'bad_usage'> {
  return new CodedError('bad_usage', `${option}: expected ${expected}, received ${received.slice(0, 40)}`);
}
