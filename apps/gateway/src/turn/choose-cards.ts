import { known, type SearchHit } from '@parlance/pack';

/** Which cards answer, or, where several fit about as well, among which the reader is to choose. One of both is empty. */
export interface Chosen {
  readonly cards: readonly SearchHit[];
  readonly choices: readonly SearchHit[];
}

/** Down to this share of `known`, the card that fits best is meant where another one shows that the question is about something the pack knows. */
const likely = 0.4;
/** From this share of the best score on, a second card that is known fits as well: the difference says nothing. */
const asGood = 0.93;
/** Where its title says less that was not asked, a second card fits as well from this share on: endings alone make such a difference, and they say nothing of what is meant. */
const asGoodByTitle = 0.85;
/** By so much more of its title must be asked. */
const closerTitle = 1.1;
/** Above this a card is known well; below it, a rival need not be known itself. */
const well = 0.7;
/** Where there is a choice, those from this share of the best score on belong to it. */
const alsoMeant = 0.7;
const mostChoices = 3;
/** From here on a telling word of the question stands in the title. */
const naming = 0.3;
/** So much of a title has to be asked for its card to be called by its name: `how do I leave him?` does not ask for `Sick leave`. */
const calling = 0.3;
/** Above this a card is as good as certain. */
const certain = 0.95;

/** For a model, which can weigh several: the best and those that are known. `hits` has the best first. */
export function cardsToWeigh(hits: readonly SearchHit[]): readonly SearchHit[] {
  const bar = isAnyKnown(hits) ? likely * known : known;
  return hits.filter(({ confidence }, place) => confidence >= (place === 0 ? bar : known));
}

/** For a reader, who is shown one: whoever gets the wrong one may believe it. */
export function cardToShow(hits: readonly SearchHit[]): Chosen {
  const [best, second] = hits;
  if (best === undefined || !isAnyKnown(hits)) return { cards: [], choices: [] };
  if (best.confidence >= known && !isRivalled(best, second)) return { cards: [best], choices: [] };
  const meant = hits.filter(({ score, confidence }) => score >= alsoMeant * best.score && confidence >= likely * known);
  return meant.length > 1 ? { cards: [], choices: meant.slice(0, mostChoices) } : { cards: meant, choices: [] };
}

/** Whether the title of a card says what the question says. */
export function isNamed({ named }: SearchHit): boolean {
  return named >= naming;
}

/** The cards that the question calls by their name: it says a good part of the title, or some of it where the card is as good as certain and no other is known. */
export function calledCards(hits: readonly SearchHit[]): readonly SearchHit[] {
  const isAlone = hits.filter(({ confidence }) => confidence >= known).length === 1;
  return hits.filter((hit) => isNamed(hit) && hit.confidence >= known && (hit.titleAsked >= calling || (isAlone && isCertain(hit))));
}

/** For a reader to whom a wrong card would do harm: one that is called by its name, else what is as good as certain, to choose from. */
export function cardToAskAbout(hits: readonly SearchHit[]): Chosen {
  const called = cardToShow(calledCards(hits));
  if (called.cards.length + called.choices.length > 0) return called;
  return { cards: [], choices: hits.filter(isCertain).slice(0, mostChoices) };
}

function isCertain({ confidence }: SearchHit): boolean {
  return confidence >= certain;
}

function isRivalled(best: SearchHit, second: SearchHit | undefined): boolean {
  if (second === undefined || second.score < shareNeeded(best, second) * best.score) return false;
  return second.confidence >= (best.confidence >= well ? known : likely * known);
}

/** `A birth certificate` is nearer to `Registering a birth` than to `Allowance for a birth and benefits for families`, whichever of both has the word as it was written. */
function shareNeeded(best: SearchHit, second: SearchHit): number {
  const isCloser = isNamed(best) && isNamed(second) && second.titleAsked >= closerTitle * best.titleAsked;
  return isCloser ? asGoodByTitle : asGood;
}

function isAnyKnown(hits: readonly SearchHit[]): boolean {
  return hits.some(({ confidence }) => confidence >= known);
}
