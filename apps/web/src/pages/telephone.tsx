import { type JSX } from 'preact';

/** A number that is called with one tap. */
export function Telephone({ number }: { readonly number: string }): JSX.Element {
  return (
    <a class="phone" href={`tel:${number.replace(/[^\d+*#]/g, '')}`} dir="ltr">
      {number}
    </a>
  );
}
