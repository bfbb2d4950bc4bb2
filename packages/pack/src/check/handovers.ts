import { type PackIssue } from '../format/pack-issue.ts';
import { type Channel } from '../handover/handover.ts';
import { type Check, type CheckContext, issueIn } from './check-context.ts';
import { readingDay } from './reading-day.ts';
import { telephoneFacts } from './telephone.ts';
import { zonesOf } from './zones-of.ts';

/** A way to reach a person, and where it stands. */
interface Place {
  readonly context: CheckContext;
  readonly channel: Channel;
  readonly file: string;
  readonly path: string;
  /** Address of the office itself. */
  readonly office: string;
}

/**
 * Whoever is sent to a person reaches one of the office (S7): each way has a source and a day, no number is that of an emergency line or costs more than is said, hours are by the
 * clock of the country, and pages and addresses are of the office or of the page on which they were read.
 */
export const handovers: Check = (context) =>
  [...context.pack.handovers].flatMap(([named, { office, channels }]) =>
    channels.flatMap((channel, index) => {
      const url = context.pack.contacts.get(office)?.url ?? '';
      const place = { context, channel, file: `handover/${named}.yaml`, path: `channels.${index}`, office: url };
      const { read } = channel.source;
      return [
        ...readingDay(context, { ...place, path: `${place.path}.source.read`, read }),
        ...number(place),
        ...zone(place),
        ...site(place),
      ];
    }),
  );

type Facts = Pick<PackIssue, 'code' | 'expected' | 'received' | 'mend'> & { readonly severity?: 'warning' };

function issue({ context, file, path }: Place, field: string, facts: Facts): readonly PackIssue[] {
  return [issueIn(context.draft, file, { rule: 'S7', path: `${path}.${field}`, ...facts })];
}

function number(place: Place): readonly PackIssue[] {
  const { channel, context } = place;
  const telephone = telephoneFacts(context.pack.id);
  if (channel.kind !== 'phone' || telephone === null) return [];
  const { reach: received, cost } = channel;
  const country = context.pack.id;
  if (telephone.isEmergency(received))
    return issue(place, 'number', {
      ...{ code: 'emergency-line', expected: 'a number that is no emergency number', received },
      mend: 'Emergency numbers belong in safety.yaml: whoever has a question must not keep the line from somebody in danger.',
    });
  if (telephone.isPremium(received) && cost !== 'charged')
    return issue(place, 'cost', {
      ...{ code: 'premium-number', expected: 'charged, with a price', received: cost ?? 'nothing' },
      mend: 'Callers pay more for this number: write cost: charged and the price, or give another number.',
    });
  if (telephone.isKnown(received)) return [];
  return issue(place, 'number', {
    ...{ severity: 'warning', code: 'contradicted', expected: `a number that libphonenumber knows in ${country}`, received },
    mend: 'Compare the number with the official source once more.',
  });
}

/** By another clock an office would be open on the page and closed in fact. */
function zone(place: Place): readonly PackIssue[] {
  const received = place.channel.hours?.zone;
  const zones = zonesOf(place.context.pack.id);
  if (received === undefined || zones.length === 0 || zones.includes(received)) return [];
  return issue(place, 'hours.zone', {
    ...{ code: 'other-clock', expected: `one of: ${zones.join(', ')}`, received },
    mend: 'Write a time zone of the country.',
  });
}

/** An address elsewhere may be an office's own, and may be a trap: somebody has to look. */
function site(place: Place): readonly PackIssue[] {
  const { channel, office } = place;
  const received = siteOf(channel);
  if (received === null) return [];
  const own = [office, channel.source.url].flatMap((address) => (URL.canParse(address) ? [new URL(address).hostname] : []));
  if (own.length === 0 || own.some((host) => isSameSite(received, host))) return [];
  return issue(place, channel.kind === 'email' ? 'address' : 'url', {
    ...{ severity: 'warning', code: 'other-site', expected: `an address at ${[...new Set(own)].join(' or ')}`, received },
    mend: 'Make sure that the address is that of the office, and name as its source a page of the office that says so.',
  });
}

function siteOf({ kind, reach }: Channel): string | null {
  if (kind === 'email') return reach.slice(reach.lastIndexOf('@') + 1).toLowerCase();
  return kind === 'phone' || kind === 'visit' || !URL.canParse(reach) ? null : new URL(reach).hostname;
}

/** One is the other or stands below it; `www` is no site of its own. */
function isSameSite(one: string, other: string): boolean {
  const [first, second] = [one, other].map((host) => host.replace(/^www\./, ''));
  return first === second || one.endsWith(`.${second ?? ''}`) || other.endsWith(`.${first ?? ''}`);
}
