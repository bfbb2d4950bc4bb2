import { inLanguage } from '@parlance/disclosure';
import { type Channel, type Contact, openingState, type Pack } from '@parlance/pack';
import { type ChannelObject, type HandoverObject, type OfficeObject } from '@parlance/wire';
import { safetyObjects } from './crisis.ts';

export interface HandoverReader {
  /** Of the words, BCP 47. */
  readonly language: string;
  /** Then only what suits readers under 18 is told. */
  readonly isYoung: boolean;
  readonly now: Date;
}

export interface HandoverAsked extends HandoverReader {
  readonly because: HandoverObject['because'];
  /** Key of the contact that is nearest to the question; null: none is. */
  readonly office: string | null;
}

/**
 * How the people of the competent office are reached, and behind it those of the office that helps when no other does. Null where the pack has no way to anybody and nobody asked for
 * one: then the answer has named the office already.
 */
export function handoverFor(pack: Pack, { because, office, ...reader }: HandoverAsked): HandoverObject | null {
  const named = [...new Set([...(office === null ? [] : [office]), pack.generalContact])];
  const offices = officesOf(pack, named, reader);
  const told = offices.length > 0 || reader.isYoung ? offices : because === 'asked' ? withoutChannels(pack, named, reader) : [];
  const helplines = reader.isYoung ? childHelplines(pack, reader.language) : [];
  if (told.length === 0 && helplines.length === 0) return null;
  return { because, offices: told, helplines, forwarded: false };
}

/** Those of the named offices, or of all, that have a way to a person for this reader. Of those that were named, one to which only the same ways lead says nothing new. */
export function officesOf(pack: Pack, named: readonly string[] | 'all', reader: HandoverReader): readonly OfficeObject[] {
  const ids = named === 'all' ? [...pack.contacts.keys()] : named;
  const offices = ids.flatMap((id) => {
    const contact = pack.contacts.get(id);
    const channels = (pack.handovers.get(id)?.channels ?? []).filter(({ suitsUnder18 }) => suitsUnder18 || !reader.isYoung);
    if (contact === undefined || channels.length === 0) return [];
    return [{ ...officeObject(contact, reader), channels: channels.map((channel) => channelObject(channel, reader)) }];
  });
  return named === 'all' ? offices : withoutRepeats(offices);
}

function withoutRepeats(offices: readonly OfficeObject[]): readonly OfficeObject[] {
  const told = new Set<string>();
  return offices.filter(({ channels }) => {
    const isNew = channels.some(({ reach }) => !told.has(reach));
    for (const { reach } of channels) told.add(reach);
    return isNew;
  });
}

export function childHelplines(pack: Pack, language: string) {
  return safetyObjects(
    pack.safety.filter(({ kind }) => kind === 'child-helpline'),
    language,
  );
}

/** Whoever asks for a person is told of the office at least. */
function withoutChannels(pack: Pack, named: readonly string[], reader: HandoverReader): readonly OfficeObject[] {
  return named.slice(0, 1).flatMap((id) => {
    const contact = pack.contacts.get(id);
    return contact === undefined ? [] : [officeObject(contact, reader)];
  });
}

function officeObject({ id, name, phone, url }: Contact, { language }: HandoverReader): OfficeObject {
  return { id, name: inLanguage(name, language).text, phone, url, channels: [] };
}

function channelObject(channel: Channel, { language, now }: HandoverReader): ChannelObject {
  const { kind, reach, languages, cost, source, hours, name, price } = channel;
  return {
    ...{ kind, reach, languages, cost, source },
    name: name === null ? null : inLanguage(name, language).text,
    price: price === null ? null : inLanguage(price, language).text,
    hours: hours === null ? null : { ...hours, holidays: 'not-known', now: openingState(hours, now) },
  };
}
