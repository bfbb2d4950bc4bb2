import { type ComponentChildren, type JSX } from 'preact';
import { outwardRelation, webAddress } from './web-address.ts';

/** A link to another site, which opens beside this one; only its text when the address is none that may be linked. */
export function OutwardLink({ address, children }: { readonly address: string; readonly children: ComponentChildren }): JSX.Element {
  const href = webAddress(address, ['https:', 'http:']);
  if (href === null) return <span dir="auto">{children}</span>;
  return (
    <a class="out" href={href} target="_blank" rel={outwardRelation} dir="auto">
      {children}
    </a>
  );
}
