/** More lists than a process meets in earnest; an author of lists without end gets no memory without end. */
const most = 64;

/** Remembers what was made for a list of languages: schemas take longer to build than most files take to read. */
export function oncePerLanguages<Value>(make: (languages: readonly string[]) => Value): (languages: readonly string[]) => Value {
  const made = new Map<string, { readonly value: Value }>();
  return (languages) => {
    const key = JSON.stringify(languages);
    const remembered = made.get(key) ?? { value: make(languages) };
    if (made.size >= most) made.clear();
    made.set(key, remembered);
    return remembered.value;
  };
}
