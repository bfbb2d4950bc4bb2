import { type Kysely, sql } from 'kysely';
import { type TextKeys } from './objection-keys.ts';
import { type Tables } from './schema.ts';
import { sealText } from './sealed-text.ts';
import { answered } from './store-error.ts';

/**
 * Seals what an earlier version stored in clear, and has the table written anew without it. What the journal and the backups of the database have of it is theirs until they are
 * overwritten. Servers that do this at the same moment do it once.
 */
export async function sealOldTexts(database: Kysely<Tables>, keys: TextKeys): Promise<void> {
  const rows = await answered(
    database.selectFrom('objection').select(['number', 'text', 'reasons']).where('text', 'is not', null).execute(),
  );
  for (const { number, text, reasons } of rows) {
    const key = await keys.make();
    const sealed = {
      ...{ text: null, reasons: null, text_key: key.name },
      sealed_text: sealText(key, 'text', text ?? ''),
      sealed_reasons: reasons === null ? null : sealText(key, 'reasons', reasons),
    };
    const query = database.updateTable('objection').set(sealed).where('number', '=', number).where('text', 'is not', null);
    const { numUpdatedRows } = await answered(query.executeTakeFirst());
    if (numUpdatedRows === 0n) await keys.destroy(key.name);
  }
  if (rows.length === 0) return;
  await answered(sql`vacuum full objection`.execute(database));
  // Not every role may; the server does it by itself within minutes.
  await sql`checkpoint`.execute(database).catch(() => undefined);
}
