import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Verified } from './verify-items.js';

/** What a process of the crew is asked, and answers. */
export type Asked = { readonly items: readonly string[] };
export type Answered = { readonly verified: readonly Verified[] } | { readonly failed: string };

const CHILD = fileURLToPath(new URL('./child.js', import.meta.url));

/**
 * Verifies page by page in processes of their own, one stream of replays each; `known` is a file with the digests of
 * histories that need not be replayed.
 *
 * @throws Error with what one of them fell over
 */
export async function inCrew(
  { processes, known }: { processes: number; known: string },
  pages: readonly (readonly string[])[],
  onVerified: (verified: readonly Verified[]) => void,
): Promise<void> {
  const waiting = pages.values();
  const crew = Array.from({ length: Math.min(processes, pages.length) }, () => fork(CHILD, [known]));
  const work = async (child: ChildProcess) => {
    const ended = endOf(child);
    for (const items of waiting) onVerified(await ask(child, { items }, ended));
  };
  try {
    await Promise.all(crew.map(work));
  } finally {
    for (const child of crew) child.disconnect();
  }
}

async function endOf(child: ChildProcess): Promise<Answered> {
  const [code] = await once(child, 'exit');
  return { failed: `A verifying process ended with ${code}.` };
}

async function ask(child: ChildProcess, asked: Asked, ended: Promise<Answered>): Promise<readonly Verified[]> {
  const answered = once(child, 'message').then(([message]) => message as Answered);
  child.send(asked);
  const answer = await Promise.race([answered, ended]);
  if ('failed' in answer) throw new Error(answer.failed);
  return answer.verified;
}
