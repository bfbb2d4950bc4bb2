import { decodeBase64 } from '../../encoding/base64.ts';
import { type VerifierKey, verifyNote } from '../../note/index.ts';
import { type AnswerPromise, parsePromise, type PromiseTerms } from '../../receipt/promise.ts';
import { type AnswerRecord, hashRecord } from '../../receipt/record.ts';
import { hashSize, verifyInclusion } from '../../tree/index.ts';
import { type AuditFaultCode, type ReportFault } from './audit-fault.ts';

/** Reads what was promised; null and a fault when it is not what the log signed. Many answers share one note, which is verified once. */
export type PromiseReader = (note: string, path: string) => Promise<PromiseTerms | null>;

interface Unusable {
  readonly code: AuditFaultCode;
  readonly expected: string;
  readonly received: string;
}

/** Notes that are remembered: answers of one group stand side by side. */
const mostNotes = 1000;

export function promiseReader(key: VerifierKey, report: ReportFault): PromiseReader {
  const known = new Map<string, PromiseTerms | Unusable>();
  return async (note, path) => {
    const terms = known.get(note) ?? (await termsOf(note, key));
    if (known.size >= mostNotes) known.clear();
    known.set(note, terms);
    if (!('code' in terms)) return terms;
    report({ path, ...terms });
    return null;
  };
}

async function termsOf(note: string, key: VerifierKey): Promise<PromiseTerms | Unusable> {
  const verified = await verifyNote(note, [key]);
  if (!verified.ok) return { code: 'promise_signature', expected: `a promise signed by ${key.name}`, received: verified.code };
  const terms = parsePromise(verified.value.text);
  if (!terms.ok) return { code: 'promise_signature', expected: 'a promise', received: terms.code };
  if (terms.value.log !== key.name) return { code: 'promise_log', expected: key.name, received: 'another log' };
  return terms.value;
}

/** Whether the record is one of those that were promised. */
export function isPromised(record: AnswerRecord, { index, path }: Pick<AnswerPromise, 'index' | 'path'>, terms: PromiseTerms): boolean {
  const bytes = decodeBase64(path) ?? new Uint8Array(1);
  const hashes = Array.from({ length: Math.ceil(bytes.length / hashSize) }, (_, place) =>
    bytes.subarray(place * hashSize, (place + 1) * hashSize),
  );
  return (
    index >= 0 && verifyInclusion(hashes, { leafHash: hashRecord(record), index: BigInt(index), size: terms.records, root: terms.root })
  );
}
