import { type ComponentChildren, type JSX } from 'preact';
import { pageAddress, type PagePath } from '../page-address.ts';
import { renderPage } from '../pages/page.tsx';
import { type TransparencyContext } from './transparency-context.ts';
import { transparencyPlaces } from './transparency-places.ts';

interface FrameProperties {
  readonly context: TransparencyContext;
  readonly title: string;
  readonly lead: string | null;
  readonly path: PagePath;
  readonly query?: Readonly<Record<string, string>>;
  readonly children: ComponentChildren;
}

/** A page on transparency with the way to the others above it and its data below. */
export function renderTransparency({ context, title, lead, path, query = {}, children }: FrameProperties): string {
  const words = context.interfaceText.transparency;
  const whole = (
    <div class="wide transparency">
      {path !== '/transparency' && <Places context={context} path={path} />}
      <h1>{title}</h1>
      {lead !== null && <p class="lead">{lead}</p>}
      {children}
      <p class="small">
        <a href={pageAddress(path, context.language, { ...query, format: 'json' })}>{words['as-data']}</a>
      </p>
    </div>
  );
  return renderPage({ context, title, path, query, children: whole });
}

interface PlacesProperties {
  readonly context: Pick<TransparencyContext, 'interfaceText' | 'language'>;
  readonly path: PagePath;
}

/** The way from one page on transparency to the others. */
export function Places({ context, path }: PlacesProperties): JSX.Element {
  const { interfaceText: text, language } = context;
  return (
    <nav class="places" aria-label={text.transparency.pages}>
      <ul>
        <li>
          <a href={pageAddress('/transparency', language)}>{text.transparency.title}</a>
        </li>
        {transparencyPlaces.map((place) => {
          const current = currentOf(place.path, path);
          return (
            <li key={place.path} class={current['aria-current'] === undefined ? undefined : 'here'}>
              <a href={pageAddress(place.path, language)} {...current}>
                {place.title(text)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** A page inside another one is shown at the place of that. */
function currentOf(place: PagePath, path: PagePath): { readonly 'aria-current'?: 'page' | 'true' } {
  if (place === path) return { 'aria-current': 'page' };
  return path.startsWith(`${place}/`) ? { 'aria-current': 'true' } : {};
}
