import { charter } from '@parlance/charter';
import { type AgeMode } from '@parlance/pack';
import { type StudyContext } from '@parlance/web';
import { type Gateway } from '../../gateway.ts';
import { ageNotice } from '../../turn/age-notice.ts';

/** The notice that the charter adds to every answer for young readers, as it stands once at the head of the page; null: none is added. */
export function standingNotice({ country, upstream }: Gateway, age: AgeMode, language: string): StudyContext['standing'] {
  if (age.band === 'any-age') return null;
  const told = { isModel: upstream.kind !== 'cards', charterVersion: charter.version };
  const noticeIn = (each: string): { readonly rule: string; readonly text: string } => {
    const { id, version, text } = ageNotice(age, country.words(each), told);
    return { rule: `${id}@${version}`, text: Object.values(text)[0] ?? '' };
  };
  // Answers may be in another language than the page.
  const { rule, text } = noticeIn(language);
  return { rule, text, told: country.pack.languages.map((each) => noticeIn(each).text) };
}
