/**
 * Remembers what a pure function made of an object that never changes, such as a pack, for as long as the object is in use.
 * Requests come by the thousand and packs do not.
 */
export function oncePer<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const remembered = made.get(key) ?? { value: make(key) };
    made.set(key, remembered);
    return remembered.value;
  };
}
