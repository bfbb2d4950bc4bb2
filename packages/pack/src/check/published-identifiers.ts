import { identifiers, type IdentifierId } from '@parlance/disclosure';
import { type PackIssue } from '../format/pack-issue.ts';
import { type Pack } from '../pack.ts';
import { protectedIdentifiers } from '../rules.ts';
import { type Check, type CheckContext, issueIn } from './check-context.ts';

/** A number or an address that the pack publishes, which no recogniser masks from then on (R10). */
interface Published {
  readonly value: string;
  readonly kind: 'phone' | 'email';
  readonly file: string;
  readonly path: string;
}

/** What is published is shown whatever a recogniser says, so nothing may be published that is an identifier of a person (S5). */
export const publishedIdentifiers: Check = (context) =>
  published(context).flatMap((place) => {
    const other = protectedIdentifiers(context.pack, context.pack.privacy.identifiers).find((id) => isMistaken(id, place));
    return other === undefined ? [] : [refused(context, place, other)];
  });

/** The same value may be one of the others, whole or in a part, however it is written: what is exempt is exempt in every spelling. */
function isMistaken(id: IdentifierId, { value, kind }: Published): boolean {
  const identifier = identifiers[id];
  if (identifier.class === kind || identifier.class === 'email') return false;
  // Without a checksum nothing tells the number of an office from that of a passport.
  if (!identifier.hasChecksum && identifier.class !== 'phone') return false;
  return [value, ...value.split(/[^\p{L}\p{N}]+/u), ...value.split(/\P{N}+/u)].some((part) => identifier.verdict(part) !== 'no');
}

function refused({ draft }: CheckContext, { file, path, kind }: Published, id: IdentifierId): PackIssue {
  return issueIn(draft, file, {
    rule: 'S5',
    path,
    code: 'published-identifier',
    expected: kind === 'phone' ? 'a telephone number of an office' : 'an e-mail address of an office',
    received: `what is a valid ${id} as well`,
    mend: 'Publish another number or address: this one would no longer be masked where it is the identifier of a person.',
  });
}

function published({ pack, draft }: CheckContext): readonly Published[] {
  const cards = pack.services.flatMap((card) =>
    card.facts.map(({ number }, index) => ({
      value: number,
      kind: 'phone' as const,
      file: draft.fileOf.get(card) ?? '',
      path: `facts.${index}.number`,
    })),
  );
  const places = [
    ...pack.safety.map(({ number }, index) => ({
      value: number,
      kind: 'phone' as const,
      file: 'safety.yaml',
      path: `resources.${index}.number`,
    })),
    ...contactsOf(pack),
    ...handoversOf(pack),
    ...cards,
  ];
  return places.flatMap(({ value, ...place }) => (value === null ? [] : [{ value, ...place }]));
}

function contactsOf(pack: Pack): readonly (Omit<Published, 'value'> & { readonly value: string | null })[] {
  return [...pack.contacts.values()].flatMap(({ id, phone, email }) => [
    { value: phone, kind: 'phone', file: 'pack.yaml', path: `contacts.${id}.phone` },
    { value: email, kind: 'email', file: 'pack.yaml', path: `contacts.${id}.email` },
  ]);
}

function handoversOf({ handovers }: Pack): readonly Published[] {
  return [...handovers].flatMap(([named, { channels }]) =>
    channels.flatMap(({ kind, reach: value }, index): readonly Published[] => {
      const place = { value, file: `handover/${named}.yaml` };
      if (kind === 'phone') return [{ ...place, kind, path: `channels.${index}.number` }];
      return kind === 'email' ? [{ ...place, kind, path: `channels.${index}.address` }] : [];
    }),
  );
}
