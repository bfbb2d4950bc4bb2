import { type JSX } from 'preact';

/** A button of the script. */
export function Action({ name, act }: { readonly name: string; readonly act: () => void }): JSX.Element {
  return (
    <button type="button" class="action" onClick={act}>
      {name}
    </button>
  );
}
