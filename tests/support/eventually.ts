/** Asks until the answer is the one awaited, for 30 s at most unless more is given. */
export async function eventually<Answer>(
  ask: () => Promise<Answer>,
  awaited: (answer: Answer) => boolean,
  mostMs = 30_000,
) {
  const until = Date.now() + mostMs;
  for (;;) {
    const answer = await ask();
    if (awaited(answer)) return answer;
    if (Date.now() > until) throw new Error(`Not within ${mostMs / 1000} s; the last answer was ${shown(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const shown = (answer: unknown) =>
  JSON.stringify(answer, (_name, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));
