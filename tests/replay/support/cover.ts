import type { Recording } from './recordings.js';

/** What was gone through, and how it ended; a batch or a bundle notes no steps, and is like no other. */
const passagesOf = ({ transitions, outcome, workflowId }: Recording): string[] => {
  if (transitions.length === 0) return [workflowId];
  const passages = transitions.map((step) => {
    if (step.kind === 'acted') return `${step.act.stage} ${step.act.verdict}`;
    return 'stage' in step ? `${step.kind} ${step.stage}` : step.kind;
  });
  return [...passages, JSON.stringify(outcome, ['kind', 'stage', 'finding'])];
};

/** As few of these as go through every passage that any of them does: next the one with the most new for its length. */
export function coverOf<R extends Recording>(recordings: readonly R[]): R[] {
  const all = recordings.map((recording) => ({ recording, passages: [...new Set(passagesOf(recording))] }));
  const left = new Set(all.flatMap(({ passages }) => passages));
  const chosen: R[] = [];
  while (left.size > 0) {
    const newIn = ({ recording, passages }: (typeof all)[number]) =>
      passages.filter((passage) => left.has(passage)).length / recording.history.events!.length;
    const best = all.reduce((most, one) => (newIn(one) > newIn(most) ? one : most));
    best.passages.forEach((passage) => left.delete(passage));
    chosen.push(best.recording);
  }
  return chosen;
}
