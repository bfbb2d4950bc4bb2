import { type SafetyObject } from '@parlance/wire';
import { type JSX } from 'preact';
import { OutwardLink } from '../answer/outward-link.tsx';
import { webAddress } from '../answer/web-address.ts';
import { Telephone } from './telephone.tsx';

interface SafetyListProperties {
  /** Of the heading. */
  readonly id?: string;
  readonly heading: string;
  readonly level: 'h2' | 'h3' | 'h4';
  readonly resources: readonly SafetyObject[];
}

/** Verified numbers to call; nothing when there are none. */
export function SafetyList({ id = 'safety-heading', heading, level: Heading, resources }: SafetyListProperties): JSX.Element | null {
  if (resources.length === 0) return null;
  return (
    <section class="safety" aria-labelledby={id}>
      <Heading id={id} dir="auto">
        {heading}
      </Heading>
      <ul>
        {resources.map((resource) => (
          <li key={resource.id}>
            <Telephone number={resource.number} />
            <span dir="auto">
              <strong>{resource.name}</strong> <span class="what">{resource.what}</span>
            </span>
            <Origin source={resource.source} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who vouches for the number: the host of the official page, linked. */
function Origin({ source }: { readonly source: string }): JSX.Element | null {
  if (webAddress(source, ['https:', 'http:']) === null) return null;
  return (
    <span class="small">
      <OutwardLink address={source}>{new URL(source).host}</OutwardLink>
    </span>
  );
}
