/** Asks until the answer is the one awaited, for 10 s at most. */
export async function eventually<Answer>(ask: () => Promise<Answer>, awaited: (answer: Answer) => boolean) {
  const until = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (awaited(answer)) return answer;
    if (Date.now() > until) throw new Error(`Not within 10 s; the last answer was ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
