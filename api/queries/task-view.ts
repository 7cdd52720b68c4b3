import type { Application } from '../../domain/schemas/application.js';
import { askedText } from '../../domain/texts/loans.js';
import type { CaseTask } from '../../domain/schemas/task.js';
import { Programme } from '../../domain/schemas/programme.js';
import { ROLE_NAMES } from '../../domain/texts/roles.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel, TaskModel } from '../../prisma/generated/models.js';
import { areaNames } from '../../prisma/areas.js';

export type TaskRow = TaskModel & { readonly case: CaseModel };

/** Shows tasks with the names of what they refer to. */
export async function taskViews(tx: Tx, rows: readonly TaskRow[]): Promise<(row: TaskRow) => CaseTask> {
  const distinct = (values: (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))];
  const digests = distinct(rows.map((row) => row.case.programmeDigest));
  const programmes = await tx.programme.findMany({ where: { digest: { in: digests } } });
  const bodies = new Map(programmes.map(({ digest, body }) => [digest, Programme.parse(body)]));
  const officials = await tx.official.findMany({
    where: { id: { in: distinct(rows.map(({ claimedById }) => claimedById)) } },
    select: { id: true, name: true },
  });
  const areas = await areaNames(tx, distinct(rows.map((row) => row.case.areaCode)));

  return (row) => {
    const { id, caseNo, strand, stage, subject, role, openedAt, notBefore, dueAt, claimedById } = row;
    const { applicationId, quantity, amountFen, programmeCode, programmeDigest, areaCode, input } = row.case;
    const { name, measure } = bodies.get(programmeDigest)!;
    return {
      ...{
        kind: 'case',
        id,
        no: caseNo,
        caseNo,
        applicationId,
        strand,
        subject,
        quantity,
        amountFen: Number(amountFen),
      },
      stage: { code: stage, ...STAGE_NAMES[stage] },
      role: { code: role, ...ROLE_NAMES[role] },
      ...{
        quantityText: askedText(measure, (input as unknown as Application).loan, quantity),
        programme: { code: programmeCode, ...name },
      },
      village: areas(areaCode).village,
      openedAt: openedAt.toISOString(),
      notBefore: notBefore?.toISOString() ?? null,
      dueAt: dueAt?.toISOString() ?? null,
      overdue: dueAt !== null && dueAt < new Date(),
      claimedBy: officials.find((official) => official.id === claimedById) ?? null,
      awaitsSecondSignature: row.proposedById !== null,
    };
  };
}

/** One task as its reader sees it. */
export async function taskView(tx: Tx, id: string): Promise<CaseTask> {
  const row = await tx.task.findUniqueOrThrow({ where: { id }, include: { case: true } });
  return (await taskViews(tx, [row]))(row);
}
