import { type ComponentChildren, type JSX } from 'preact';
import { render } from 'preact-render-to-string';
import { askForm } from '../answer/earlier-turn.ts';
import { directionOf } from '../direction.ts';
import { interfaceIn } from '../interface/index.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { pageAddress, type PagePath } from '../page-address.ts';
import { assetAddress } from '../page-assets.ts';
import { type PageContext } from '../page-context.ts';

interface PageProperties {
  /** Null when the page is an error that came before the language was known. */
  readonly context: PageContext | null;
  readonly title: string;
  /** Path that the language links lead to. */
  readonly path: PagePath;
  /** What they keep of the query besides the language. */
  readonly query?: Readonly<Record<string, string>>;
  /** Address of the page's own script. It adds comfort: the page says and does everything else without. */
  readonly script?: ScriptPath;
  /** Whether the reader is in a conversation, which a change of language takes along. */
  readonly isConversation?: boolean;
  readonly children: ComponentChildren;
}

/** Scripts that pages load. */
type ScriptPath = '/assets/verify.js' | '/assets/chat.js';

/** A whole HTML document, with nothing inline that the content security policy would refuse. */
export function renderPage(properties: PageProperties): string {
  return `<!doctype html>${render(<Page {...properties} />)}`;
}

function Page({ context, title, path, query = {}, script, isConversation = false, children }: PageProperties): JSX.Element {
  const text = context?.interfaceText ?? interfaceIn('en');
  return (
    <html lang={text.language} dir={directionOf(text.language)}>
      <head>
        <meta charset="utf-8" />
        <title>{title === '' ? 'Parlance' : `${title} · Parlance`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={assetAddress('/assets/parlance.css')} />
        {script !== undefined && <script type="module" src={assetAddress(script)} />}
      </head>
      <body>
        <a class="skip" href="#content">
          {text.skip}
        </a>
        {/* What Enter presses in a field: the first button of a form, wherever it stands, and the languages stand before the question. */}
        {isConversation && <button type="submit" form={askForm} hidden />}
        <Header context={context} text={text} path={path} query={query} isConversation={isConversation} />
        {context?.mode === 'development' && (
          <aside class="banner" aria-label={text.packLabel}>
            <p>
              <strong>
                <bdi>
                  {context.pack.id} {context.pack.version}
                </bdi>
              </strong>{' '}
              {text.exampleBanner}
            </p>
          </aside>
        )}
        {context !== null && <Translation context={context} text={text} />}
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Footer context={context} text={text} path={path} />
      </body>
    </html>
  );
}

/** Names of languages of both directions stand in one line (FSI, PDI of Unicode). */
const isolated = (name: string): string => `\u2068${name}\u2069`;

/** Nobody vouches for words that nobody has reviewed, and a reader should know before reading that answers come in another language. */
function Translation({ context, text }: { context: PageContext; text: InterfaceText }): JSX.Element | null {
  if (context.isReviewed && context.answersIn.length === 0) return null;
  return (
    <aside class="banner translation" aria-label={text.languageMenu}>
      <p>
        {!context.isReviewed && <strong>{text.notReviewed}</strong>}{' '}
        {context.answersIn.length > 0 && <span>{text.answersIn(context.answersIn.map(isolated).join(', '))}</span>}
      </p>
    </aside>
  );
}

interface HeaderProperties {
  readonly context: PageContext | null;
  readonly text: InterfaceText;
  readonly path: PagePath;
  readonly query: Readonly<Record<string, string>>;
  readonly isConversation: boolean;
}

function Header({ context, text, path, query, isConversation }: HeaderProperties): JSX.Element {
  return (
    <header class="top">
      <a class="brand" href={context === null ? '/' : pageAddress('/', context.language)}>
        Parlance
      </a>
      {context !== null && (
        <>
          {context.mode === 'development' && <PagesLink context={context} text={text} path={path} />}
          <nav class="languages" aria-label={text.languageMenu}>
            <ul>
              {context.languages.map(({ code, name }) => (
                <li key={code}>
                  <LanguageLink
                    address={isConversation ? null : pageAddress(path, code, query)}
                    code={code}
                    name={name}
                    isCurrent={code === context.language}
                  />
                </li>
              ))}
            </ul>
          </nav>
        </>
      )}
    </header>
  );
}

interface LanguageLinkProperties {
  /** Null: the conversation goes along, so the language is sent with its form. */
  readonly address: string | null;
  readonly code: string;
  readonly name: string;
  readonly isCurrent: boolean;
}

function LanguageLink({ address, code, name, isCurrent }: LanguageLinkProperties): JSX.Element {
  const attributes = { lang: code, dir: 'auto', ...(isCurrent && { 'aria-current': 'true' as const }) } as const;
  if (address !== null)
    return (
      <a href={address} hreflang={code} {...attributes}>
        {name}
      </a>
    );
  return (
    <button type="submit" form={askForm} name="to" value={code} formNoValidate {...attributes}>
      {name}
    </button>
  );
}

/** Leads from the start page to the machinery, and from everywhere else to the start page. */
function PagesLink({ context, text, path }: { context: PageContext; text: InterfaceText; path: PagePath }): JSX.Element {
  const [other, name] = path === '/' ? (['/try', text.tryIt] as const) : (['/', text.home] as const);
  return (
    <a class="other" href={pageAddress(other, context.language)}>
      {name}
    </a>
  );
}

function Footer({ context, text, path }: { context: PageContext | null; text: InterfaceText; path: PagePath }): JSX.Element {
  return (
    <footer class="bottom">
      {context === null ? (
        <p>Parlance</p>
      ) : (
        <>
          <p>
            {text.answersFrom}: <bdi>{context.answeredBy === '' ? text.serviceCards : context.answeredBy}</bdi>
          </p>
          <p>
            {text.packLabel}: <bdi>{`${context.pack.id} ${context.pack.version}`}</bdi>
            {context.pack.note !== '' && (
              <>
                . <bdi>{context.pack.note}</bdi>
              </>
            )}
          </p>
          <p>
            <a href={pageAddress('/services', context.language)}>{text.services.title}</a>
          </p>
          <p>
            <a href={pageAddress('/person', context.language, path === '/study' ? { from: 'study' } : {})}>{text.person.title}</a>
          </p>
          {context.hasStudy && (
            <p>
              <a href={pageAddress('/study', context.language)}>{text.study.title}</a>
            </p>
          )}
          <p>
            <a href={pageAddress('/verify', context.language)}>{text.receipts.verifyTitle}</a>
          </p>
          <p>
            <a href={pageAddress('/objections', context.language)}>{text.objections.publicTitle}</a>
          </p>
          <p>
            <a href={pageAddress('/transparency', context.language)}>{text.transparency.title}</a>
          </p>
        </>
      )}
    </footer>
  );
}
