import { type JSX } from 'preact';
import { directionOf } from '../../direction.ts';
import { pageAddress } from '../../page-address.ts';
import { type PageContext } from '../../page-context.ts';
import { type StudyGroup, type StudyStartContext } from '../../study-context.ts';
import { renderPage } from '../page.tsx';
import { keptChoices } from './kept-choices.ts';

/** `GET /study`: the subjects, and the items of the one that is chosen. */
export function studyStartPage(context: StudyStartContext): string {
  const { study } = context.interfaceText;
  const children = (
    <div class="column">
      <h1>{study.title}</h1>
      <p class="lead">{study.lead}</p>
      {context.isUnknown && (
        <p class="ending" role="alert">
          {study.unknown}
        </p>
      )}
      <h2>{study.subjects}</h2>
      <ul class="subjects">
        {context.subjects.map(({ name, title, language, foreign, groups }) => (
          <li key={name}>
            <a
              href={pageAddress('/study', context.language, { ...keptChoices(context), subject: name })}
              lang={language}
              dir={directionOf(language)}
              {...(name === context.subject && { 'aria-current': 'true' as const })}
            >
              {title}
            </a>
            {foreign !== null && <p class="small">{study.listOnlyIn(foreign)}</p>}
            {groups.length > 0 && <Groups context={context} groups={groups} language={language} />}
          </li>
        ))}
      </ul>
    </div>
  );
  const query = { ...keptChoices(context), ...(context.subject !== null && { subject: context.subject }) };
  return renderPage({ context, title: study.title, path: '/study', query, children });
}

interface GroupsProperties {
  readonly context: StudyStartContext;
  readonly groups: readonly StudyGroup[];
  readonly language: string;
}

function Groups({ context, groups, language }: GroupsProperties): JSX.Element {
  return (
    <>
      {groups.map(({ heading, items }, index) => (
        <section key={index}>
          {heading !== null && (
            <h3 lang={language} dir={directionOf(language)}>
              {heading}
            </h3>
          )}
          <ul>
            {items.map((item) => (
              <Item key={item.id} context={context} item={item} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface ItemProperties {
  readonly context: StudyStartContext;
  readonly item: StudyGroup['items'][number];
}

/** A short title to choose by. Where it is not the whole of the official words, these are folded under it. */
function Item({ context, item }: ItemProperties): JSX.Element {
  const { id, code, statement, short, language, foreign } = item;
  const { study } = context.interfaceText;
  const written = { lang: language, dir: directionOf(language) } as const;
  return (
    <li>
      <a href={pageAddress('/study', context.language, { ...keptChoices(context), item: id })} {...written}>
        {code !== null && <bdi>{code}</bdi>} {short}
      </a>
      {foreign !== null && <p class="small">{study.onlyIn(foreign)}</p>}
      {short !== statement && (
        <details class="small">
          <summary aria-label={`${study.officialWords} ${code ?? ''}`.trim()}>{study.officialWords}</summary>
          <p {...written}>{statement}</p>
        </details>
      )}
    </li>
  );
}

/** Where the pack has no study mode: it says so, and nothing leads here. */
export function noStudyPage(context: PageContext): string {
  const { study, backHome } = context.interfaceText;
  const children = (
    <div class="column">
      <h1>{study.title}</h1>
      <p>{study.none}</p>
      <p>
        <a href={pageAddress('/', context.language)}>{backHome}</a>
      </p>
    </div>
  );
  return renderPage({ context, title: study.title, path: '/study', children });
}
