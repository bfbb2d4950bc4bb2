import { type ParlanceObject } from '@parlance/wire';
import { type JSX } from 'preact';
import { type InterfaceText } from '../interface/interface-text.ts';
import { pageAddress } from '../page-address.ts';

/** All facts of the cards that the answer rests on, each in every language of the pack. */
export function WholeCards({
  text,
  services,
}: {
  readonly text: InterfaceText;
  readonly services: ParlanceObject['services'];
}): JSX.Element | null {
  if (services.length === 0) return null;
  return (
    <p class="small">
      {text.services.wholeCard}:{' '}
      {services.map(({ id, title }, index) => (
        <>
          {index > 0 && ' · '}
          <a href={pageAddress(`/services/${id}`, text.language)} dir="auto">
            {title}
          </a>
        </>
      ))}
    </p>
  );
}
