const place = 'parlance check';

/** What stands under an answer stays in this tab, for the page that checks it: it is in no address, so no server gets it. */
export function carryEvidence(): void {
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('.receipt a[href^="/verify"]') : null;
    if (link === null) return;
    const held = (part: string): string => link.closest('.receipt')?.querySelector(`[data-part="${part}"]`)?.textContent ?? '';
    const id = new URL(link.href).searchParams.get('id');
    try {
      sessionStorage.setItem(place, JSON.stringify([id, held('nonce'), held('delivered')]));
    } catch {
      // A browser that keeps nothing: the fields stay empty, and the page says what to copy.
    }
  });
}

interface Carried {
  readonly nonce: string;
  readonly delivered: string;
}

/** What was brought along for the receipt of this id, once. */
export function carriedEvidence(id: string | null): Carried | null {
  try {
    const held: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null');
    sessionStorage.removeItem(place);
    const [of, nonce, delivered] = Array.isArray(held) ? held.map(String) : [];
    return of !== undefined && of === id && nonce !== undefined && delivered !== undefined ? { nonce, delivered } : null;
  } catch {
    return null;
  }
}
