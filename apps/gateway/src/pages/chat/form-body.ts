import { type Readable } from 'node:stream';
import { CodedError } from '@parlance/core';
import { type FormFields, readFormFields } from '../form-fields.ts';

/** Marks the fields of a form of which only a part was read. JSON has no such name, so that nobody can send it. */
const cut = Symbol('cut');

type CutFields = FormFields & { readonly [cut]: true };

/** Whether more was sent than the server takes. */
export const isCut = (body: unknown): body is CutFields => typeof body === 'object' && body !== null && cut in body;

/** Of a body that is too large so many times as much is read as one may hold, without keeping it. */
const mostRead = 4;

/** UTF-16 units of a question that is given back from such a body. */
const longestGivenBack = 200_000;

/**
 * Reads a form of the conversation. Pages put the turns before the question, the oldest first, and the script puts them behind it, so that of a body above `limit` bytes its first part and its end
 * are kept: the question, and the newest turns. Throws `FST_ERR_CTP_BODY_TOO_LARGE` where even that would be too much to read.
 */
export async function readFormBody(stream: Readable, limit: number): Promise<FormFields> {
  const { head, tail, size } = await endsOf(stream, limit);
  return size <= limit ? readFormFields(head) : cutFields(head, tail);
}

interface Ends {
  readonly head: string;
  /** At most half of the limit, so that the next form has room for it and for what people change. */
  readonly tail: string;
  readonly size: number;
}

/** A body of this type is ASCII. */
function endsOf(stream: Readable, limit: number): Promise<Ends> {
  return new Promise((resolve, reject) => {
    const heads: Buffer[] = [];
    const most = Math.floor(limit / 2);
    let tail = Buffer.alloc(0);
    let size = 0;
    const settle = (end: () => void) => (): void => {
      stream.off('data', take).off('end', finish).off('error', fail);
      end();
    };
    const take = (chunk: Buffer): void => {
      if (size < limit) heads.push(chunk.subarray(0, limit - size));
      size += chunk.length;
      tail = Buffer.concat([tail, chunk]).subarray(-most);
      if (size > mostRead * limit) tooMuch();
    };
    const finish = settle(() => {
      resolve({ head: Buffer.concat(heads).toString('latin1'), tail: tail.toString('latin1'), size });
    });
    const tooMuch = settle(() => {
      reject(new CodedError('FST_ERR_CTP_BODY_TOO_LARGE', 'the body is larger than this server takes'));
    });
    const fail = settle(() => {
      reject(new CodedError('unread_body', 'the body could not be read'));
    });
    stream.on('data', take).on('end', finish).on('error', fail);
  });
}

function cutFields(head: string, tail: string): CutFields {
  const first = readFormFields(wholeOrQuestion(head));
  const last = readFormFields(tail.slice(tail.indexOf('&') + 1));
  return { ...first, turn: [], ...(tail.includes('&') && last), [cut]: true };
}

/** Without the field in which the text ends, unless that is the question: of it a part is better than nothing. */
function wholeOrQuestion(head: string): string {
  const start = head.lastIndexOf('&') + 1;
  const last = head.slice(start);
  if (!last.startsWith('q=')) return head.slice(0, Math.max(0, start - 1));
  const text = decodeURIComponentOf(last.slice(2)).slice(0, longestGivenBack);
  return `${head.slice(0, start)}q=${encodeURIComponent(text.toWellFormed())}`;
}

/** A letter that was cut through is left out. */
function decodeURIComponentOf(text: string): string {
  return new URLSearchParams(`q=${text.replace(/%[0-9a-f]?$/i, '')}`).get('q')?.replace(/\ufffd+$/, '') ?? '';
}
