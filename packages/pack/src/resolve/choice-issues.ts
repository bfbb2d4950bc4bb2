import { guidelines } from '@parlance/charter';
import { type Issue } from '@parlance/core';
import { supportedLanguage } from '../language/supported-language.ts';
import { type Choices, defaultNames, type Defaults } from '../organisation/organisation.ts';
import { type Pack } from '../pack.ts';
import { scriptsOffered } from './spoken.ts';

/** The choices that resolution would pass over, because no pack, or not this one, has such a value. */
export function choiceIssues(pack: Pack, choices: Choices): readonly Issue[] {
  return defaultNames.flatMap((name) => {
    const value = choices[name];
    if (value === undefined) return [];
    const allowed = valuesOf(pack, name, choices);
    const isKnown = name === 'language' ? supportedLanguage(pack.languages, value) !== null : allowed.includes(value);
    return isKnown
      ? []
      : [{ path: name, code: 'choice_unknown', expected: allowed.join(', '), received: JSON.stringify(value.slice(0, 100)) }];
  });
}

function valuesOf(pack: Pack, name: keyof Defaults, { language }: Choices): readonly string[] {
  if (name === 'language') return pack.languages;
  if (name !== 'script') return guidelines.find(({ knob }) => knob === name)?.values ?? [];
  const named = language === undefined ? null : supportedLanguage(pack.languages, language);
  return [...new Set((named === null ? pack.languages : [named]).flatMap((each) => scriptsOffered(pack, each)))];
}
