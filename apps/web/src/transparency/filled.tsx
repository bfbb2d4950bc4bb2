import { type ComponentChildren, Fragment, type JSX } from 'preact';

interface FilledProperties {
  /** With slots as `{name}`. */
  readonly words: string;
  readonly slots: Readonly<Record<string, ComponentChildren>>;
}

/** A sentence with elements in its slots, each isolated, so that its direction moves no other word. */
export function Filled({ words, slots }: FilledProperties): JSX.Element {
  return (
    <>
      {words.split(/\{(\w+)\}/u).map((part, place) => (
        <Fragment key={place}>{place % 2 === 0 ? part : <bdi>{Object.hasOwn(slots, part) ? slots[part] : part}</bdi>}</Fragment>
      ))}
    </>
  );
}
