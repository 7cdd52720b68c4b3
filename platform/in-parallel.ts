/** Does some at a time, in their order; one that fails holds up no other. Answers with what failed. */
export async function inParallel<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<Error[]> {
  const waiting = items.values();
  const failures: Error[] = [];
  const worker = async () => {
    for (const item of waiting) await work(item).catch((error: Error) => failures.push(error));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return failures;
}
