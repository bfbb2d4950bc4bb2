import { type JSX } from 'preact';
import { askForm } from '../answer/earlier-turn.ts';
import { OutwardLink } from '../answer/outward-link.tsx';
import { turnAddress } from '../answer/page-ids.ts';
import { longDate } from '../dates.ts';
import { directionOf } from '../direction.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { pageAddress } from '../page-address.ts';
import { type ServiceContext, type ServiceFact, type WordedText } from '../service-context.ts';
import { AskPerson } from '../person/ask-person.tsx';
import { DeviceChoice } from './device-choice.tsx';
import { renderPage } from './page.tsx';
import { ReaderChoice } from './reader-choice.tsx';

const noChoices = { level: null, script: null, isShared: false } as const;

/** `GET /services/<id>`: every fact of a card with its source and day; in a second language beside it where one is asked for. */
export function servicePage(context: ServiceContext): string {
  const { interfaceText: text, id, titles, office, sections, beside } = context;
  const children = (
    <article class={`service ${beside === null ? 'column' : 'wide'}`}>
      <h1 class="beside-each-other">
        <Texts texts={titles} />
      </h1>
      <Beside context={context} />
      {office !== null && (
        <section aria-labelledby="office">
          <h2 id="office" class="beside-each-other">
            <Texts texts={context.officeHeadings} />
          </h2>
          <p class="beside-each-other">
            <Texts texts={office.names} />
          </p>
          <p>
            {office.phone !== null && <Phone number={office.phone} />}{' '}
            {office.email !== null && <a href={`mailto:${office.email}`}>{office.email}</a>}{' '}
            <OutwardLink address={office.url}>{office.url}</OutwardLink>
          </p>
          <p>
            <AskPerson text={text} office={office.id} hasForm={false} />
          </p>
        </section>
      )}
      {sections.map(({ kind, headings, facts }) => (
        <section key={kind} aria-labelledby={kind}>
          <h2 id={kind} class="beside-each-other">
            <Texts texts={headings} />
          </h2>
          <Facts kind={kind} facts={facts} text={text} />
        </section>
      ))}
      {context.question !== '' && (
        <form class="ask" method="post" action={turnAddress('/ask', 1)} id={askForm} autocomplete="off">
          <input type="hidden" name="lang" value={context.language} />
          <ReaderChoice context={{ interfaceText: text, choices: noChoices, scripts: [], answeredBy: context.answeredBy }} />
          <button type="submit" class="chip" name="q" value={context.question}>
            {text.services.ask}: <bdi>{context.question}</bdi>
          </button>
          <DeviceChoice text={text} isShared={false} />
        </form>
      )}
      <p>
        <a href={pageAddress('/services', context.language)}>{text.services.title}</a>
      </p>
    </article>
  );
  const query = beside === null ? {} : { with: beside };
  return renderPage({ context, title: titles[0]?.text ?? id, path: `/services/${id}`, query, children });
}

/** The languages to put beside, and the way back to one. */
function Beside({ context }: { readonly context: ServiceContext }): JSX.Element | null {
  const { interfaceText: text, others, beside, id, language } = context;
  if (others.length === 0) return null;
  return (
    <p>
      {text.services.beside}:{' '}
      {others.map(({ code, name }, index) => (
        <>
          {index > 0 && ' · '}
          <a
            href={pageAddress(`/services/${id}`, language, { with: code })}
            lang={code}
            dir="auto"
            {...(code === beside && { 'aria-current': 'true' as const })}
          >
            {name}
          </a>
        </>
      ))}
      {beside !== null && (
        <>
          {' · '}
          <a href={pageAddress(`/services/${id}`, language)}>{text.services.alone}</a>
        </>
      )}
    </p>
  );
}

/** Steps are counted; other facts have no order. */
function Facts({
  kind,
  facts,
  text,
}: {
  readonly kind: string;
  readonly facts: readonly ServiceFact[];
  readonly text: InterfaceText;
}): JSX.Element {
  const items = facts.map((fact, index) => (
    <li key={index}>
      <p class="beside-each-other">
        <Texts texts={fact.texts} />
      </p>
      <Evidence fact={fact} text={text} />
    </li>
  ));
  return kind === 'step' ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function Evidence({ fact, text }: { readonly fact: ServiceFact; readonly text: InterfaceText }): JSX.Element {
  const { number, url, at, source } = fact;
  return (
    <p class="small">
      {number !== null && <Phone number={number} />} {url !== null && <OutwardLink address={url}>{url}</OutwardLink>}{' '}
      {source !== null && (
        <>
          <span lang={source.language} dir="auto">
            <OutwardLink address={source.url}>{source.title}</OutwardLink>
          </span>
          {at !== null && (
            <>
              {' '}
              <bdi>({at})</bdi>
            </>
          )}{' '}
          · <bdi>{source.publisher}</bdi> · {text.readOn} <time dateTime={source.read}>{longDate(source.read, text.language)}</time>
        </>
      )}
    </p>
  );
}

function Phone({ number }: { readonly number: string }): JSX.Element {
  return (
    <a class="number" href={`tel:${number.replace(/[^\d+*#]/g, '')}`} dir="ltr">
      {number}
    </a>
  );
}

function Texts({ texts }: { readonly texts: readonly WordedText[] }): JSX.Element {
  return (
    <>
      {texts.map(({ language, text }, index) => (
        <span key={index} lang={language} dir={directionOf(language)}>
          {text}
        </span>
      ))}
    </>
  );
}
