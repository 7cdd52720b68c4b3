import { Act } from '../domain/schemas/act.js';
import type { Application } from '../domain/schemas/application.js';
import { actsSince } from './bundles.js';
import type { Tx } from './client.js';
import type { CaseModel as Case } from './generated/models.js';

/** What the workflow of a case begins with: that of a household of a bundle, with what was decided there about it. */
export async function beginningOf(
  tx: Tx,
  row: Pick<Case, 'input' | 'bundleNo' | 'applicationId'>,
): Promise<Application> {
  const input = row.input as unknown as Application;
  if (row.bundleNo === null) return input;
  return { ...input, bundle: { no: row.bundleNo, acts: await actsAbout(tx, row.bundleNo, row.applicationId) } };
}

/**
 * The endorsements and the check of the bundle; of whom it strikes out, with the refusal in place of the check; of whom
 * has withdrawn, with that.
 */
async function actsAbout(tx: Tx, bundleNo: string, applicationId: string): Promise<Act[]> {
  const acts = await actsSince(tx, bundleNo);
  // What an act names as its subject is the list of its bundle.
  const said = acts.map((act) => {
    const { subject: _, ...about } = act;
    return about;
  });
  const row = await tx.bundleRow.findUnique({ where: { applicationId } });
  if (row?.withdrawal) return [...said.filter(({ stage }) => stage !== 'initialCheck'), Act.parse(row.withdrawal)];
  const position = row?.position ?? 0;
  const actId = acts.at(-1)?.subject ?? '';
  const strike = await tx.bundleStrike.findUnique({ where: { actId_position: { actId, position } } });
  if (!strike?.wordsId) return said;
  const words = { ref: strike.wordsId, sha256: strike.wordsSha256! };
  return [
    ...said.slice(0, -1),
    Act.parse({ ...said.at(-1)!, verdict: 'refuse', reasonCode: strike.reasonCode, words }),
  ];
}
