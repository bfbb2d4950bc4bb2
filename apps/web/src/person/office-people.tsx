import { type ChannelObject, type OfficeObject } from '@parlance/wire';
import { type JSX } from 'preact';
import { OutwardLink } from '../answer/outward-link.tsx';
import { longDate } from '../dates.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { isAlways, openingRows, openingWords } from './opening-words.ts';

interface OfficePeopleProperties {
  readonly text: InterfaceText;
  readonly office: OfficeObject;
  readonly level: 'h2' | 'h3' | 'h4';
}

/** How the people of an office are reached, and whether they are there now. */
export function OfficePeople({ text, office, level: Heading }: OfficePeopleProperties): JSX.Element {
  return (
    <div class="office">
      <Heading dir="auto">{office.name}</Heading>
      {office.channels.length === 0 && (
        <p>
          {text.person.noWay} <OutwardLink address={office.url}>{office.url}</OutwardLink>
          {office.phone !== null && (
            <>
              {' '}
              <Telephone number={office.phone} />
            </>
          )}
        </p>
      )}
      {office.channels.length > 0 && (
        <ul class="ways">
          {office.channels.map((channel) => (
            <Way key={`${channel.kind} ${channel.reach}`} text={text} channel={channel} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Way({ text, channel }: { readonly text: InterfaceText; readonly channel: ChannelObject }): JSX.Element {
  const { person } = text;
  const { hours, name, source } = channel;
  return (
    <li>
      <p class="way">
        <span class="kind">{person.kinds[channel.kind]}</span> <Reach channel={channel} />
        {name !== null && <span dir="auto">{name}</span>}
      </p>
      {hours !== null && (
        <p class={`opening ${hours.now.kind}`}>
          <strong>{openingWords(hours, text)}</strong>{' '}
          {!isAlways(hours) && <span class="small">({person.clockThere(hours.now.clock)})</span>}
        </p>
      )}
      <Details text={text} channel={channel} />
      <p class="small">
        <OutwardLink address={source.url}>{source.publisher}</OutwardLink>
        {source.published !== null && (
          <>
            {' '}
            · <time dateTime={source.published}>{longDate(source.published, text.language)}</time>
          </>
        )}{' '}
        · {text.readOn} <time dateTime={source.read}>{longDate(source.read, text.language)}</time>
      </p>
    </li>
  );
}

/** What is not known is not shown, but for hours, of which everybody asks. */
function Details({ text, channel }: { readonly text: InterfaceText; readonly channel: ChannelObject }): JSX.Element | null {
  const { person, language } = text;
  const { hours, languages, cost, price, kind } = channel;
  // Where nobody waits for an answer, nobody asks when it is open; and what is always open has said so.
  const isAttended = kind !== 'email' && kind !== 'form';
  const hasHours = hours === null ? isAttended : !isAlways(hours);
  if (!hasHours && languages.length === 0 && cost === null) return null;
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return (
    <dl class="small">
      {hasHours && <Opening text={text} hours={hours} />}
      {languages.length > 0 && (
        <div>
          <dt>{person.spoken}</dt>
          <dd>{languages.map((each) => names.of(each) ?? each).join(', ')}</dd>
        </div>
      )}
      {cost !== null && (
        <div>
          <dt>{person.cost}</dt>
          <dd dir="auto">{price === null ? person.costs[cost] : `${person.costs[cost]}: ${price}`}</dd>
        </div>
      )}
    </dl>
  );
}

function Opening({ text, hours }: { readonly text: InterfaceText; readonly hours: ChannelObject['hours'] }): JSX.Element {
  return (
    <div>
      <dt>{text.person.hours}</dt>
      <dd>{hours === null ? text.person.hoursUnknown : <Week text={text} hours={hours} />}</dd>
    </div>
  );
}

function Week({ text, hours }: { readonly text: InterfaceText; readonly hours: NonNullable<ChannelObject['hours']> }): JSX.Element {
  return (
    <>
      {openingRows(hours, text.language).map(({ days, times }) => (
        <>
          <span class="row">
            {days} <bdi dir="ltr">{times}</bdi>
          </span>{' '}
        </>
      ))}
      {text.person.holidays}
    </>
  );
}

function Reach({ channel: { kind, reach } }: { readonly channel: ChannelObject }): JSX.Element {
  switch (kind) {
    case 'phone':
      return <Telephone number={reach} />;
    case 'email':
      return (
        <a class="reach" href={`mailto:${reach}`} dir="ltr">
          {reach}
        </a>
      );
    case 'visit':
      return <bdi class="reach">{reach}</bdi>;
    case 'form':
    case 'chat':
    case 'video':
      return <OutwardLink address={reach}>{reach}</OutwardLink>;
  }
}

function Telephone({ number }: { readonly number: string }): JSX.Element {
  return (
    <a class="reach telephone" href={`tel:${number.replace(/[^\d+*#]/g, '')}`} dir="ltr">
      {number}
    </a>
  );
}
