import { type ComponentChildren, type JSX } from 'preact';
import { type InterfaceText } from '../interface/interface-text.ts';
import { type PageIds } from './page-ids.ts';
import { Origins, SourceList } from './sources.tsx';
import { type SourcesByPlace } from './sources-by-place.ts';

interface HowMadeProperties {
  readonly text: InterfaceText;
  readonly ids: PageIds;
  readonly sources: SourcesByPlace;
  readonly placed: ReadonlySet<string>;
  readonly children: ComponentChildren;
}

/** The one fold under an answer: who made it, of what, and what proves it. What a reader has to know at once never stands in it. */
export function HowMade({ text, ids, sources: { listed, unused }, placed, children }: HowMadeProperties): JSX.Element {
  return (
    <details class="made">
      <summary>{text.factsHeading}</summary>
      {children}
      {listed.length + unused.length > 0 && <h3>{text.sourcesHeading}</h3>}
      {listed.length > 0 && <Origins text={text} sources={listed} />}
      {unused.length > 0 && (
        <div class="sources">
          <SourceList text={text} ids={ids} sources={unused} placed={placed} />
        </div>
      )}
    </details>
  );
}
