import type { Transition } from '../../domain/schemas/transition.js';
import type { Tx } from '../../prisma/client.js';
import { stepOf } from './compare.js';
import type { Lost } from './findings.js';

/** What the steps of a case refer to and the records no longer have; undefined where nothing is lost. */
export async function lostOf(tx: Tx, caseNo: string): Promise<Lost | undefined> {
  const steps = (await tx.caseEvent.findMany({ where: { caseNo } })).map(stepOf);
  const lost = {
    words: await missing(wordsIn(steps), (id) => tx.words.count({ where: { id } })),
    papers: await missing(papersIn(steps), (sha256) => tx.paper.count({ where: { sha256 } })),
    objections: await missing(objectionsIn(steps), (id) => hasText(tx, id)),
    claims: await missing(setOffsIn(steps), async (key) => {
      const [setOffAgainst, claim] = key.split(' ');
      return await tx.recoveryReceipt.count({ where: { setOffAgainst: setOffAgainst!, caseNo: claim! } });
    }),
    payees: await missing(await payeesChosen(tx, caseNo), (id) => tx.payee.count({ where: { id } })),
    changes: await missing(changesIn(steps), (id) => tx.householdChange.count({ where: { id } })),
  };
  return Object.values(lost).some((count) => count > 0) ? { caseNo, ...lost } : undefined;
}

const payeesChosen = async (tx: Tx, caseNo: string): Promise<string[]> =>
  (await tx.payeeChoice.findMany({ where: { caseNo } })).flatMap(({ payeeId }) => payeeId ?? []);

async function missing(ids: readonly string[], count: (id: string) => Promise<number>): Promise<number> {
  const counts = await Promise.all([...new Set(ids)].map(count));
  return counts.filter((found) => found === 0).length;
}

/** A row that only stands for an objection has no text. */
async function hasText(tx: Tx, id: string): Promise<number> {
  const row = await tx.objection.findUnique({ where: { id } });
  return row ? await tx.words.count({ where: { id: row.wordsId } }) : 0;
}

const wordsIn = (steps: readonly Transition[]): string[] =>
  steps.flatMap((step) => (step.kind === 'acted' ? (step.act.words?.ref ?? []) : []));

const papersIn = (steps: readonly Transition[]): string[] =>
  steps.flatMap((step) => (step.kind === 'acted' ? (step.act.papers ?? []) : []));

const objectionsIn = (steps: readonly Transition[]): string[] =>
  steps.flatMap((step) => (step.kind === 'objected' ? step.objectionId : []));

const changesIn = (steps: readonly Transition[]): string[] =>
  steps.flatMap((step) => (step.kind === 'changeReported' ? step.changeId : []));

/** What was kept back of each order for each claim. */
const setOffsIn = (steps: readonly Transition[]): string[] =>
  steps.flatMap((step) =>
    step.kind === 'setOff' ? step.claims.map(({ caseNo }) => `${step.reference} ${caseNo}`) : [],
  );
