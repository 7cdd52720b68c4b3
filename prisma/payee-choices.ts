import { choiceOfApplication } from '../domain/rules/payee-choice.js';
import type { PayeeChoice } from '../domain/schemas/payee-choice.js';
import type { Application } from '../domain/schemas/application.js';
import { uuidFor } from '../platform/digest.js';
import type { Tx } from './client.js';
import type { CaseModel, PayeeChoiceModel } from './generated/models.js';
import { log } from './log-entries.js';

/** Of a choice of which no workflow heard. */
const LOGGED = 'logged/';

/** Enters whom a case pays; once a source. */
export async function keepChoice(tx: Tx, caseNo: string, choice: PayeeChoice): Promise<void> {
  const { source, payeeId, agreement: agreementSha256, by: chosenById, at } = choice;
  const id = uuidFor(`${caseNo}/${source}`, 'payee');
  await tx.payeeChoice.createMany({
    data: { id, caseNo, source, payeeId, agreementSha256, chosenById, chosenAt: new Date(at) },
    skipDuplicates: true,
  });
}

/** Whom a case was submitted with, if it named anybody. */
export async function keepSubmittedChoice(tx: Tx, { caseNo, submittedAt, input }: CaseModel): Promise<void> {
  for (const choice of choiceOfApplication(input as unknown as Application))
    await keepChoice(tx, caseNo, { ...choice, at: submittedAt.getTime() });
}

/** Whom all periods of an entitlement pay that are to come: no workflow hears of it, and it is logged. Once an act. */
export async function logChoice(tx: Tx, caseNo: string, actId: string, payeeId: string, by: string): Promise<void> {
  const source = `${LOGGED}${uuidFor(actId, 'payee')}`;
  await keepLogged(tx, caseNo, { source, payeeId, agreement: null, by, at: Date.now() });
}

/** The same again, after a restore, of a run that began with it. */
export async function keepLogged(tx: Tx, caseNo: string, choice: PayeeChoice): Promise<void> {
  const { source, at, ...said } = choice;
  if ((await tx.payeeChoice.count({ where: { caseNo, source } })) > 0) return;
  await keepChoice(tx, caseNo, choice);
  const choiceId = source.slice(LOGGED.length);
  await log(tx, { kind: 'chosen', caseNo, choiceId, ...said, at: new Date(at).toISOString() });
}

/** The last of them for an entitlement: its runs begin with it. */
export async function lastLoggedChoice(tx: Tx, caseNo: string): Promise<PayeeChoice | undefined> {
  const row = await tx.payeeChoice.findFirst({
    where: { caseNo, source: { startsWith: LOGGED } },
    orderBy: [{ chosenAt: 'desc' }, { no: 'desc' }],
  });
  return row ? choiceIn(row) : undefined;
}

/** As a row says it: when it came with the application is not part of that. */
export const choiceIn = ({
  source,
  payeeId,
  agreementSha256,
  chosenById,
  chosenAt,
}: PayeeChoiceModel): PayeeChoice => ({
  ...{ source, payeeId, agreement: agreementSha256, by: chosenById },
  at: source === 'submitted' ? 0 : chosenAt.getTime(),
});
