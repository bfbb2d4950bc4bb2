import { oncePer } from '../resolve/once-per.ts';
import { countAllLetters, countLetters, usualScript } from './script.ts';

export interface Written {
  /** The languages that use the script of most letters; none when the text has no letter of theirs. */
  readonly candidates: readonly string[];
  /** ISO 15924; empty without candidates. */
  readonly script: string;
  /** Of all letters those in that script. */
  readonly share: number;
}

interface Asked {
  readonly languages: readonly string[];
  readonly scripts?: ReadonlyMap<string, readonly string[]>;
}

/** In which scripts each language may be written, its usual one first. A pack asks the same of every text. */
const formsOf = oncePer(({ languages, scripts }: Asked) => {
  const forms = languages.flatMap((language) =>
    (scripts?.get(language) ?? [usualScript(language)]).map((script, rank) => ({ language, script, rank })),
  );
  return { forms, names: [...new Set(forms.map(({ script }) => script))] };
});

/** Finds the script of most letters and the languages that use it. A second script of a language counts where it is the first of no other. */
export function writtenIn(text: string, asked: Asked): Written {
  const { forms, names } = formsOf(asked);
  const counts = countLetters(text, names);
  const most = Math.max(0, ...counts.values());
  if (most === 0) return { candidates: [], script: '', share: 0 };
  const used = forms.filter(({ script }) => counts.get(script) === most);
  const first = Math.min(...used.map(({ rank }) => rank));
  const candidates = used.filter(({ rank }) => rank === first);
  return {
    candidates: candidates.map(({ language }) => language),
    script: candidates[0]?.script ?? '',
    share: most / countAllLetters(text),
  };
}
