import { pageAddress } from '../page-address.ts';
import { type PageContext } from '../page-context.ts';
import { placesOf, renderPage } from './page.tsx';

/** An address behind which there is no page, and the pages that there are. */
export function missingPage(context: PageContext): string {
  const text = context.interfaceText;
  const children = (
    <div class="column">
      <h1>{text.troubles.noPage}</h1>
      <p>{text.troubles.pagesHere}</p>
      <ul>
        {placesOf(context, text).map(([place, name]) => (
          <li key={place}>
            <a href={pageAddress(place, context.language)}>{name}</a>
          </li>
        ))}
      </ul>
    </div>
  );
  return renderPage({ context, title: text.troubles.noPage, path: '/', children });
}
