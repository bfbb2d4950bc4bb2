import { judgedFrom, questionsOf } from '../judging/questions.ts';
import { type Verdict } from '../judging/effect.ts';
import { cutSentences, noSentence, restOfSentences } from '../judging/sentences.ts';
import { finish, startPass, stepJudged } from '../pass.ts';
import { type Screen } from '../screen.ts';
import { type Output } from '../writer.ts';
import { proseContext } from './sample-rules.ts';

/** The verdict of a safeguard on a sentence under the rule of an id. */
export type Safeguard = (sentence: string, rule: string) => Verdict;

export interface JudgedRun extends Output {
  /** Every sentence that the safeguard was asked about. */
  readonly asked: readonly string[];
  /** A rule ended the text at some sentence: what came behind it was not read. */
  readonly isStopped: boolean;
}

/** Runs chunks through a fresh pass with a safeguard that answers at once. */
export function runJudged(screen: Screen, chunks: readonly string[], safeguard: Safeguard): JudgedRun {
  let sentences = noSentence;
  let pass = startPass(screen, proseContext);
  const outputs: Output[] = [];
  const asked: string[] = [];
  let isStopped = false;
  const take = (cut: readonly string[]): void => {
    for (const sentence of cut) {
      if (isStopped) return;
      const questions = questionsOf(screen, sentence);
      if (questions.roles.length > 0) asked.push(sentence);
      const judged = judgedFrom(
        questions,
        questions.roles.map(({ rule }) => safeguard(sentence, rule.id)),
      );
      const [next, output] = stepJudged(pass, sentence, judged);
      pass = next;
      outputs.push(output);
      isStopped = judged.effects.some(({ action }) => action === 'stop');
    }
  };
  for (const chunk of chunks) {
    const [next, cut] = cutSentences(sentences, chunk);
    sentences = next;
    take(cut);
  }
  take(restOfSentences(sentences));
  outputs.push(finish(pass));
  const segments = outputs.flatMap((output) => output.segments);
  return { segments, disclosures: outputs.flatMap((output) => output.disclosures), asked, isStopped };
}
