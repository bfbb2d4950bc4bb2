/**
 * Everything that could close a block, look like a role marker of some model, or hide: angle brackets (also their compatibility forms), ampersand,
 * backtick, the brackets of omission marks, `[INST]`-like tags, runs of `#`, controls, bidirectional and zero-width characters, tags, variation selectors,
 * private use, line and paragraph separators. A lone surrogate is already an escape in JSON.
 */
const unsafe = /[<>&`＜＞﹤﹥⟦⟧]|\[(?=\/?[A-Z])|#(?=#)|[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A text as a JSON string of one line that no reader can mistake for the frame around it. `JSON.parse` gives it back exactly, lone surrogates too. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(unsafe, escaped);
}

/** A text for people: on one line, with what cannot be seen written as an escape. */
export function visible(text: string): string {
  return text.replace(unseen, escaped);
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`).join('');
}
