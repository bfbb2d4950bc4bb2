import { type JSX } from 'preact';

interface TelephoneProperties {
  readonly number: string;
  /** Whose it is, where that is to be pressed too. */
  readonly name?: string;
}

/** A number that is called with one tap. */
export function Telephone({ number, name }: TelephoneProperties): JSX.Element {
  const href = `tel:${number.replace(/[^\d+*#]/g, '')}`;
  if (name === undefined)
    return (
      <a class="phone" href={href} dir="ltr">
        {number}
      </a>
    );
  return (
    <a class="phone named" href={href}>
      <bdi dir="ltr">{number}</bdi> <bdi class="whose">{name}</bdi>
    </a>
  );
}
