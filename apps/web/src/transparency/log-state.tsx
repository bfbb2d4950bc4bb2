import { type JSX } from 'preact';
import { Fact } from '../answer/fact.tsx';
import { OutwardLink } from '../answer/outward-link.tsx';
import { minuteDate } from '../dates.ts';
import { listed } from '../listed.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { checkpointAddress, logSpecification } from './log-address.ts';
import { type LogFacts } from './transparency-facts.ts';

interface LogProperties {
  readonly log: LogFacts;
  readonly text: InterfaceText;
}

/** How the public log is, and the keys with which anybody can check that. */
export function LogState({ log, text }: LogProperties): JSX.Element {
  const words = text.transparency;
  return (
    <section class="card" aria-labelledby="log">
      <h2 id="log">{words.log}</h2>
      <dl>
        <Fact name={words.state}>
          <strong data-log={log.state}>{words[`states.${log.state}`]}</strong>
        </Fact>
        {log.origin !== '' && (
          <Fact name={words.log}>
            <a href={checkpointAddress(log.origin)}>
              <code dir="ltr">{log.origin}</code>
            </a>{' '}
            (<OutwardLink address={logSpecification}>tlog-tiles</OutwardLink>)
          </Fact>
        )}
        <Fact name={words.entries}>{new Intl.NumberFormat(text.language).format(BigInt(log.entries))}</Fact>
        <Fact name={words['last-checkpoint']}>
          <Checkpoint checkpoint={log.checkpoint} text={text} />
        </Fact>
        <Fact name={words.witnesses}>
          <Witnesses log={log} text={text} />
        </Fact>
        {log.keys.length > 0 && (
          <Fact name={words['verifying-keys']}>
            <ul class="plain">
              {log.keys.map((key) => (
                <li key={key}>
                  <code dir="ltr">{key}</code>
                </li>
              ))}
              <li>
                <a href="/log/policy.txt">/log/policy.txt</a>
              </li>
            </ul>
          </Fact>
        )}
      </dl>
    </section>
  );
}

interface CheckpointProperties {
  readonly checkpoint: LogFacts['checkpoint'];
  readonly text: InterfaceText;
}

function Checkpoint({ checkpoint, text }: CheckpointProperties): JSX.Element {
  if (checkpoint === null) return <>{text.transparency.unknown}</>;
  const { written, minutes } = checkpoint;
  return (
    <>
      <time dateTime={written}>{minuteDate(written, text.language)}</time> (
      {new Intl.RelativeTimeFormat(text.language).format(...agoOf(minutes))})
    </>
  );
}

/** In the largest unit of which one has passed. */
function agoOf(minutes: number): [count: number, unit: Intl.RelativeTimeFormatUnit] {
  if (minutes < 120) return [-minutes, 'minute'];
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? [-hours, 'hour'] : [-Math.floor(hours / 24), 'day'];
}

function Witnesses({ log, text }: LogProperties): JSX.Element {
  const words = text.transparency;
  if (log.hasQuorum === null) return <>{words['no-witnesses']}</>;
  return (
    <>
      <bdi>{listed(log.witnesses, text.language)}</bdi>. {log.hasQuorum ? words['quorum-met'] : words['quorum-missing']}
    </>
  );
}
