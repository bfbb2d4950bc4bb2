/** Runs over all items, a few at a time, and rejects with the first error only after nothing is under way any more. */
export async function inParallel<Item>(items: Iterable<Item>, run: (item: Item) => Promise<void>, width = 8): Promise<void> {
  const rest = [...items][Symbol.iterator]();
  const errors: unknown[] = [];
  const lane = async () => {
    for (const item of rest) {
      if (errors.length > 0) return;
      await run(item).catch((error: unknown) => errors.push(error));
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  if (errors.length > 0) throw errors[0];
}
