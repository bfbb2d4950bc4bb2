import { type JSX } from 'preact';
import { Fact } from '../answer/fact.tsx';
import { longDate } from '../dates.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { type TransparencyText } from '../interface/transparency/transparency-text.ts';
import { sectorName } from '../register/value-names.ts';
import { type TransparencyContext } from './transparency-context.ts';
import { type PurposesFacts } from './transparency-facts.ts';
import { renderTransparency } from './transparency-frame.tsx';

/** `GET /transparency/purposes`: each key with its purpose and its office. */
export function purposesPage(context: TransparencyContext, facts: PurposesFacts): string {
  const { interfaceText: text } = context;
  const words = text.transparency;
  const children = (
    <>
      {facts.keys.length === 0 && <p>{words['no-keys']}</p>}
      {facts.keys.map((key) => (
        <Key key={key.id} facts={key} text={text} />
      ))}
    </>
  );
  return renderTransparency({
    context,
    title: words['purposes.title'],
    lead: words['purposes.lead'],
    path: '/transparency/purposes',
    children,
  });
}

interface KeyProperties {
  readonly facts: PurposesFacts['keys'][number];
  readonly text: InterfaceText;
}

function Key({ facts, text }: KeyProperties): JSX.Element {
  const words = text.transparency;
  const day = facts.expires?.slice(0, 10) ?? null;
  return (
    <section class="notice" data-state={facts.isExpired ? 'expired' : 'active'}>
      <h2 dir="auto">{facts.isNobodys ? words['development-key'] : facts.office}</h2>
      {facts.isExpired && <p class="inactive">{words.expired}</p>}
      <dl>
        <Fact name={words.purpose}>{purposeName(facts.purpose, words)}</Fact>
        {facts.about !== '' && <Fact name={words.about}>{facts.about}</Fact>}
        {facts.sector !== null && (
          <Fact name={words.sector}>
            <bdi>{sectorName(facts.sector, text.register)}</bdi>
          </Fact>
        )}
        {facts.age_band !== 'any-age' && <Fact name={words['reader-age']}>{text.study.ages[facts.age_band]}</Fact>}
        <Fact name={words['valid-until']}>
          {day === null ? words['no-end'] : <time dateTime={day}>{longDate(day, text.language)}</time>}
        </Fact>
        <Fact name={words.key}>
          <code dir="ltr">{facts.id}</code>
        </Fact>
      </dl>
    </section>
  );
}

/** A purpose that the pages have no word for is told as it is written. */
function purposeName(purpose: string, words: TransparencyText): string {
  return Object.entries(words).find(([word]) => word === `uses.${purpose}`)?.[1] ?? purpose;
}
