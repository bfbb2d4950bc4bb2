import { type DisclosureObject } from '@parlance/wire';
import { type JSX } from 'preact';
import { type AnswerOrigin } from '../objection/objection-context.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { type AnswerWords } from './answer-words.ts';
import { Notice } from './notice.tsx';
import { type PageIds } from './page-ids.ts';

interface NoticesProperties {
  readonly text: InterfaceText;
  readonly words: AnswerWords;
  readonly ids: PageIds;
  /** Disclosures that have a place in the text to go back to. */
  readonly placed: ReadonlySet<string>;
  readonly disclosures: readonly DisclosureObject[];
  readonly origin: AnswerOrigin;
  /** Tells its heading from that of other notices of the same answer. */
  readonly name?: string;
}

/** Every change of an answer, each with its reason; nothing when there is none. */
export function Notices({ disclosures, name = 'notices', ...place }: NoticesProperties): JSX.Element | null {
  const { text, ids } = place;
  if (disclosures.length === 0) return null;
  return (
    <section class="notices" aria-labelledby={ids.of(`${name}-heading`)}>
      <h3 id={ids.of(`${name}-heading`)}>{text.noticesHeading}</h3>
      <ul>
        {disclosures.map((disclosure) => (
          <Notice key={disclosure.id} {...place} disclosure={disclosure} />
        ))}
      </ul>
    </section>
  );
}
