import { type Selectable } from 'kysely';
import { type TextKey, type TextKeys } from './objection-keys.ts';
import { type StoredObjection } from './objection-row.ts';
import { type Tables } from './schema.ts';
import { openText } from './sealed-text.ts';

type Row = Selectable<Tables['objection']>;

/** A row with its texts opened, as far as their key is there. */
export async function storedObjection(row: Row, keys: TextKeys): Promise<StoredObjection> {
  const { number, rule, version, pack, law, office, answer, reason, language, received, due } = row;
  const isForgotten = row.text_key === null || (row.state !== 'open' && row.forget === null);
  const key = isForgotten || row.text_key === null ? null : await keys.find(row.text_key);
  const text = opened(key, 'text', row.sealed_text);
  return {
    ...{ number, rule, version, pack, law, office, answer, reason, language, received, due },
    text,
    isSealed: !isForgotten && text === null,
    decision: decisionOf(row, opened(key, 'reasons', row.sealed_reasons)),
  };
}

function decisionOf(row: Row, reasons: string | null): StoredObjection['decision'] {
  const { state, decided, decided_by: by, decision_id: id, stated_by: statedBy, log, position } = row;
  if (state === 'open' || decided === null) return null;
  const leaf = log === null || position === null ? null : { log, position };
  return { id: id ?? '', outcome: state, day: decided, by, reasons, statedBy, leaf };
}

function opened(key: TextKey | null, use: 'text' | 'reasons', sealed: Uint8Array | null): string | null {
  return key === null || sealed === null ? null : openText(key, use, sealed);
}
