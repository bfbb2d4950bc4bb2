import { type JSX } from 'preact';
import { Fact } from '../answer/fact.tsx';
import { minuteDate } from '../dates.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { Filled } from './filled.tsx';
import { IdentifierList } from './identifier-list.tsx';
import { LogState } from './log-state.tsx';
import { type TransparencyContext } from './transparency-context.ts';
import { type SystemFacts } from './transparency-facts.ts';
import { renderTransparency } from './transparency-frame.tsx';

/** `GET /transparency/system`: what answers, what leaves, what is kept, and how the log is. */
export function systemPage(context: TransparencyContext, facts: SystemFacts): string {
  const { interfaceText: text } = context;
  const words = text.transparency;
  const parts = { facts, text };
  const children = (
    <>
      <p>
        {text.operator}: <bdi>{context.operator ?? text.operatorUnset}</bdi>
      </p>
      <Answering {...parts} />
      <Leaving {...parts} />
      <Kept {...parts} />
      <LogState log={facts.log} text={text} />
      <Versions {...parts} />
    </>
  );
  return renderTransparency({ context, title: words['system.title'], lead: words['system.lead'], path: '/transparency/system', children });
}

interface Parts {
  readonly facts: SystemFacts;
  readonly text: InterfaceText;
}

function Answering({ facts: { answering, servers }, text }: Parts): JSX.Element {
  const words = text.transparency;
  return (
    <section class="card" aria-labelledby="answering">
      <h2 id="answering">{text.answersFrom}</h2>
      {answering === null ? (
        <p>{text.serviceCards}</p>
      ) : (
        <>
          {answering.downSince !== null && <p class="ending">{text.troubles.downSince(minuteDate(answering.downSince, text.language))}</p>}
          <dl>
            <Fact name={words.model}>
              {answering.model === null ? <Unset named={answering.named} words={words} /> : <bdi>{answering.model}</bdi>}
            </Fact>
            <Fact name={words['asked-server']}>
              <code dir="ltr">{answering.host}</code>
            </Fact>
            <Fact name={words.jurisdiction}>{placeName(answering.jurisdiction, text)}</Fact>
          </dl>
          <p>{words['no-stand-in']}</p>
        </>
      )}
      <h3>{words.helpers}</h3>
      <dl>
        {(['safeguard', 'embeddings'] as const).map((name) => (
          <Fact key={name} name={words[name]}>
            <Helper server={servers[name]} text={text} />
          </Fact>
        ))}
      </dl>
    </section>
  );
}

/** Where no model is set: what the last answer said of itself, which nobody vouches for. */
function Unset({ named, words }: { readonly named: string | null; readonly words: InterfaceText['transparency'] }): JSX.Element {
  return (
    <>
      {words['model-unset']}
      {named !== null && (
        <>
          {' '}
          <Filled words={words['model-named']} slots={{ name: named }} />
        </>
      )}
    </>
  );
}

function Helper({ server, text }: { readonly server: SystemFacts['servers']['safeguard']; readonly text: InterfaceText }): JSX.Element {
  const words = text.transparency;
  if (server === null) return <>{words['not-configured']}</>;
  return (
    <>
      <bdi>{server.model ?? words.configured}</bdi>. {words.jurisdiction}: {placeName(server.jurisdiction, text)}
    </>
  );
}

function placeName(jurisdiction: string | null, text: InterfaceText): string {
  if (jurisdiction === null) return text.unknownPlace;
  return new Intl.DisplayNames([text.language], { type: 'region' }).of(jurisdiction) ?? jurisdiction;
}

function Leaving({ facts: { leaving, embedded, servers, isJudgedOutside, identifiers }, text }: Parts): JSX.Element {
  const words = text.transparency;
  const isHelped = isJudgedOutside || embedded !== null;
  // Questions that go to a server outside do not stay, wherever the model stands.
  const isSaid = leaving === 'none' ? !isHelped : leaving !== 'home' || embedded === null;
  const isAnythingLeaving = isHelped || leaving === 'minimise' || leaving === 'refuse';
  return (
    <section class="card" aria-labelledby="egress">
      <h2 id="egress">{words.egress}</h2>
      {isSaid && <p>{words[`leaving.${leaving}`]}</p>}
      {embedded !== null && (
        <p>
          <Filled
            words={words[`leaving.embedded.${embedded}`]}
            slots={{ place: placeName(servers.embeddings?.jurisdiction ?? null, text) }}
          />
        </p>
      )}
      {isJudgedOutside && <p>{words['leaving.judged']}</p>}
      {isAnythingLeaving && (
        <>
          <p>{words['names-leave']}</p>
          <h3>{words.identifiers}</h3>
          <IdentifierList identifiers={identifiers} words={words} />
        </>
      )}
    </section>
  );
}

function Kept({ facts: { answering, servers, keptDays }, text }: Parts): JSX.Element {
  const words = text.transparency;
  const isAnybodyAsked = answering !== null || servers.safeguard !== null || servers.embeddings !== null;
  return (
    <section class="card" aria-labelledby="kept">
      <h2 id="kept">{words.kept}</h2>
      <dl>
        <Fact name={words['keeping.texts']}>
          {words['keeping.texts-time']} {isAnybodyAsked && words['keeping.asked-too']}
        </Fact>
        <Fact name={words['keeping.records']}>{words['keeping.for-good']}</Fact>
        <Fact name={words['keeping.objections']}>
          <Filled words={words['keeping.days-after']} slots={{ days: keptDays }} />
        </Fact>
        <Fact name={words['keeping.counts']}>{words['keeping.with-database']}</Fact>
      </dl>
    </section>
  );
}

function Versions({ facts: { versions }, text }: Parts): JSX.Element {
  const words = text.transparency;
  return (
    <section class="card" aria-labelledby="versions">
      <h2 id="versions">{words.version}</h2>
      <dl>
        <Fact name={words.software}>Parlance {versions.software}</Fact>
        <Fact name={text.charter}>{versions.charter}</Fact>
        <Fact name="Model Spec">{versions.modelSpec}</Fact>
        <Fact name={text.packLabel}>
          {versions.pack.id} {versions.pack.version} <code dir="ltr">{versions.pack.digest}</code>
        </Fact>
      </dl>
    </section>
  );
}
