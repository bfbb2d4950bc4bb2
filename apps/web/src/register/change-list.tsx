import { type JSX } from 'preact';
import { OutwardLink } from '../answer/outward-link.tsx';
import { pageAddress } from '../page-address.ts';
import { RuleName } from '../transparency/rule-name.tsx';
import { checkpointAddress } from '../transparency/log-address.ts';
import { type ListedChange, type RegisterContext, registerPath } from './register-context.ts';

/** The changes one by one, each with its place in the log. */
export function ChangeList({ context }: { readonly context: RegisterContext }): JSX.Element | null {
  const { changes, older, isOlder, choice, language } = context;
  const say = context.interfaceText.register;
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{say('list')}</h2>
      <ul class="changes-listed">
        {changes.map((change) => (
          <Change key={`${change.log} ${change.position} ${change.values.rule ?? ''}`} change={change} context={context} />
        ))}
      </ul>
      <p class="pages">
        {isOlder && <a href={pageAddress(registerPath, language, choice)}>{say('newest')}</a>}{' '}
        {older !== null && (
          <a rel="next" href={older}>
            {say('older')}
          </a>
        )}
      </p>
    </section>
  );
}

/** Only what is told stands there; that something is not, and why, stands in the last line. */
const shown = ['month', 'kind', 'type', 'authority', 'language', 'sector'] as const;

function Change({ change, context }: { readonly change: ListedChange; readonly context: RegisterContext }): JSX.Element {
  const { values, url, log, position, isUntold } = change;
  const say = context.interfaceText.register;
  return (
    <li>
      <p>
        {shown.map((facet) => {
          const value = values[facet];
          return value === null ? null : (
            <span key={facet} class="said">
              <bdi>{value}</bdi>{' '}
            </span>
          );
        })}
      </p>
      {values.law !== null && (
        <p>
          <bdi>{url === null ? values.law : <OutwardLink address={url}>{values.law}</OutwardLink>}</bdi>
        </p>
      )}
      <p class="hint">
        {isUntold && `${say('rule')}: ${say('not-told')} (${say('too-few')}) · `}
        {values.rule !== null && (
          <>
            <RuleName rule={values.rule} language={context.language} /> ·{' '}
          </>
        )}
        <a href={checkpointAddress(log)}>
          <bdi>{say('entry', { position, log })}</bdi>
        </a>
      </p>
    </li>
  );
}
