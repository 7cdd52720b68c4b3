import { COMMON_PAPERS } from '../../domain/rules/common-papers.js';
import type { Application } from '../../domain/schemas/application.js';
import { CHANGE_NAMES } from '../../domain/texts/endings.js';
import { askedText } from '../../domain/texts/loans.js';
import type { TimelineFacts } from '../../domain/texts/timeline.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel } from '../../prisma/generated/models.js';
import { programmeVersion } from '../../prisma/rules-in-force.js';

const A_CHANGE = { zh: '家庭变化', en: 'A change' };

/** What the sentences about one case need to know. */
export async function timelineFacts(tx: Tx, row: CaseModel, toOfficial: boolean): Promise<TimelineFacts> {
  const { loan } = row.input as unknown as Application;
  const { measure, papers, reviewLooksAt: looksAt = [] } = await programmeVersion(tx, row.programmeDigest);
  const held = await tx.commitment.findMany({
    where: { caseNo: row.caseNo },
    include: { allotment: true },
    orderBy: { part: 'asc' },
  });
  const changes = await tx.householdChange.findMany({ where: { householdId: row.householdId ?? '' } });
  const common: Readonly<Record<string, { zh: string; en: string }>> = COMMON_PAPERS;
  return {
    quantity: (quantity) => askedText(measure, loan, quantity),
    paper: (kind) => papers.find((rule) => rule.kind === kind)?.name ?? common[kind] ?? COMMON_PAPERS.other,
    change: (changeId) => {
      const change = changes.find(({ id }) => id === changeId);
      return change ? CHANGE_NAMES[change.kind] : A_CHANGE;
    },
    looksAt,
    documentNo: toOfficial ? held.map(({ allotment }) => allotment.documentNo).join('、') : '',
    findingsShown: toOfficial,
  };
}
