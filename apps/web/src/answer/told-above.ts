import { type DisclosureObject } from '@parlance/wire';

/** A notice that stands once at the head of a page: under each answer it is there again, and folded. */
export interface ToldAbove {
  /** Rule that adds it. */
  readonly rule: string;
  /** The notice itself, in every language in which an answer may have it. */
  readonly told: readonly string[];
}

interface DisclosuresByPlace {
  readonly open: readonly DisclosureObject[];
  readonly folded: readonly DisclosureObject[];
}

/** What was left out, and any other addition, is told in the open whatever stands at the head of the page. */
export function byPlace(disclosures: readonly DisclosureObject[], toldAbove: ToldAbove | null): DisclosuresByPlace {
  const isTold = ({ kind, rule }: DisclosureObject): boolean => kind === 'add' && rule === toldAbove?.rule;
  return { open: disclosures.filter((each) => !isTold(each)), folded: disclosures.filter(isTold) };
}
