import { interfaceIn } from '../interface/index.ts';
import { pageAddress } from '../page-address.ts';
import { type PageContext, type PageFault } from '../page-context.ts';
import { renderPage } from './page.tsx';

/** An error as a page. `context` is null when the fault came before the language of the reader was known. */
export function errorPage(context: PageContext | null, fault: PageFault): string {
  const text = context?.interfaceText ?? interfaceIn('en');
  const children = (
    <div class="column">
      <div class="fault card" role="alert">
        <p class="kicker">{fault.status}</p>
        <h1 dir="auto">{fault.title}</h1>
        <p dir="auto">{fault.message}</p>
      </div>
      <p>
        <a class="button" href={context === null ? '/' : pageAddress('/', context.language)}>
          {text.backHome}
        </a>
      </p>
    </div>
  );
  return renderPage({ context, title: fault.title, path: '/', children });
}
