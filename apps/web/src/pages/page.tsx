import { type ComponentChildren, type JSX } from 'preact';
import { render } from 'preact-render-to-string';
import { askForm } from '../answer/earlier-turn.ts';
import { directionOf } from '../direction.ts';
import { interfaceIn } from '../interface/index.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { sectionOf } from '../interface/sections.ts';
import { besideConversation, pageAddress, type PagePath } from '../page-address.ts';
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
                <bdi>{context.country}</bdi>
              </strong>{' '}
              <bdi>
                {context.pack.id} {context.pack.version}
              </bdi>
              {'. '}
              {text.exampleBanner}
            </p>
          </aside>
        )}
        {context !== null && <Translation context={context} text={text} />}
        <main id="content" tabIndex={-1} {...spokenIn(text, path)}>
          {children}
        </main>
        <Footer context={context} text={text} path={path} isConversation={isConversation} />
      </body>
    </html>
  );
}

/** What most of a page is said in, where the words of the page's language are missing: a screen reader would read them as that language. */
function spokenIn(text: InterfaceText, path: PagePath): { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' } {
  const section = sectionOf(path);
  const language = section === null ? undefined : text.untranslated?.[section];
  return language === undefined ? {} : { lang: language, dir: directionOf(language) };
}

/** Names of languages of both directions stand in one line (FSI, PDI of Unicode). */
export const isolated = (name: string): string => `\u2068${name}\u2069`;

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
        {context !== null && <bdi class="country">{context.country}</bdi>}
      </a>
      {context !== null && (
        <>
          <Places context={context} text={text} path={path} isConversation={isConversation} />
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

interface PlacesProperties {
  readonly context: PageContext;
  readonly text: InterfaceText;
  readonly path: PagePath;
  readonly isConversation: boolean;
}

/** What else there is, on every page. */
function Places({ context, text, path, isConversation }: PlacesProperties): JSX.Element {
  return (
    <nav class="places" aria-label="Parlance">
      <ul>
        {placesBeside(context, text, path).map(([place, name]) => (
          <li key={place}>
            <a href={pageAddress(place, context.language)} {...(isConversation && besideConversation)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Place = readonly [path: PagePath, name: string];

/** Where people begin: to ask, to look up, to learn, to see how it works. */
export function placesOf({ hasStudy }: PageContext, text: InterfaceText): readonly Place[] {
  const study: readonly Place[] = hasStudy ? [['/study', text.study.title]] : [];
  return [['/', text.home], ['/services', text.services.title], ...study, ['/transparency', text.transparency.title]];
}

function placesBeside(context: PageContext, text: InterfaceText, path: PagePath): readonly Place[] {
  const machinery: readonly Place[] = path === '/' && context.mode === 'development' ? [['/try', text.tryIt]] : [];
  return [...placesOf(context, text).filter(([place]) => place !== path), ...machinery];
}

function Footer({ context, text, path, isConversation }: Omit<HeaderProperties, 'query'>): JSX.Element {
  const leaving = isConversation ? besideConversation : {};
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
            {text.operator}: <bdi>{context.operator ?? text.operatorUnset}</bdi>
          </p>
          <p>
            {text.packLabel}: <bdi>{`${context.country}, ${context.pack.id} ${context.pack.version}`}</bdi>
            {context.pack.note !== '' && (
              <>
                . <bdi>{context.pack.note}</bdi>
              </>
            )}
          </p>
          <p>
            <a href={pageAddress('/person', context.language, path === '/study' ? { from: 'study' } : {})} {...leaving}>
              {text.person.title}
            </a>
          </p>
          <p>
            <a href={pageAddress('/verify', context.language)} {...leaving}>
              {text.receipts.verifyTitle}
            </a>
          </p>
          <p>
            <a href={pageAddress('/objections', context.language)} {...leaving}>
              {text.objections.publicTitle}
            </a>
          </p>
        </>
      )}
    </footer>
  );
}
