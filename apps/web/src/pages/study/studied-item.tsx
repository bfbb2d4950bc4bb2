import { type JSX } from 'preact';
import { OutwardLink } from '../../answer/outward-link.tsx';
import { longDate } from '../../dates.ts';
import { directionOf } from '../../direction.ts';
import { pageAddress } from '../../page-address.ts';
import { type StudyContext } from '../../study-context.ts';
import { keptChoices } from './kept-choices.ts';

/** The item that somebody works on, word for word and with its source: it stays in view. */
export function StudiedItem({ context, isFolded }: { readonly context: StudyContext; readonly isFolded: boolean }): JSX.Element {
  const { item, interfaceText: text } = context;
  const { study } = text;
  const { subject, source, language } = item;
  const kept = keptChoices(context);
  return (
    <section class="card" aria-labelledby="item-heading">
      <details open={!isFolded}>
        <summary>
          <h2 id="item-heading">
            {study.item} {item.code !== null && <bdi>{item.code}</bdi>}
          </h2>
          {isFolded && (
            <span lang={language} dir={directionOf(language)}>
              {item.short}
            </span>
          )}
        </summary>
        <blockquote lang={language} dir={directionOf(language)}>
          <p>{item.statement}</p>
        </blockquote>
        {item.foreign !== null && <p class="small">{study.onlyIn(item.foreign)}</p>}
        <p class="small">
          <span lang={language} dir="auto">
            <OutwardLink address={source.url}>{subject.title}</OutwardLink>
          </span>{' '}
          · <bdi>{source.publisher}</bdi> · {text.readOn} <time dateTime={source.read}>{longDate(source.read, text.language)}</time> ·{' '}
          {study.identifier}: <code dir="ltr">{item.id}</code>
        </p>
        {source.notes !== null && (
          <p class="small" lang={language} dir={directionOf(language)}>
            {source.notes}
          </p>
        )}
      </details>
      <p>
        <a href={pageAddress('/study', context.language, { ...kept, subject: subject.name })}>{study.another}</a>
        {' · '}
        <a href={pageAddress('/study', context.language, { ...kept, item: item.id })}>{study.afresh}</a>
      </p>
    </section>
  );
}
