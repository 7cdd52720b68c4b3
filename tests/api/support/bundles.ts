import { eventually } from '../../support/eventually.js';
import type { ApiAlone } from './api.js';
import { photo, PROGRAMME } from './drafts.js';
import type { Answered, Visitor } from './visitor.js';

export const CONSENTED = '2026-03-01';

/** A bundle that somebody has begun; its number. */
export async function newBundle(filer: Visitor, route: 'bundled' | 'tiered' = 'bundled'): Promise<string> {
  const { status, body } = await filer.post('/api/bundles', { programmeCode: PROGRAMME, route });
  if (status !== 201) throw new Error(`A bundle was answered with ${status} ${body.code}.`);
  return body.no as string;
}

export async function registerNosOf({ db }: Pick<ApiAlone, 'db'>, householdIds: readonly string[]): Promise<string[]> {
  const rows = await db.household.findMany({ where: { id: { in: [...householdIds] } } });
  const numbers = new Map(rows.map(({ id, registerNo }) => [id, registerNo]));
  return householdIds.map((id) => numbers.get(id)!);
}

/** Enters households into a bundle, each with so much. */
export const enter = (filer: Visitor, no: string, registerNos: readonly string[], quantity = 10): Promise<Answered> =>
  filer.put(`/api/bundles/${no}/rows`, {
    rows: registerNos.map((registerNo) => ({ registerNo, quantity, consentedOn: CONSENTED })),
  });

/** Gives each household its paper, and the bundle the list of signatures. */
export async function givePapers(filer: Visitor, no: string): Promise<void> {
  const { body } = await filer.get(`/api/bundles/${no}/rows?limit=100`);
  for (const { applicationId } of body.items as { applicationId: string }[])
    await filer.upload(`/api/applications/${applicationId}/papers`, { kind: 'purchaseReceipt' }, photo());
  await filer.upload(`/api/bundles/${no}/papers`, { kind: 'consentList' }, photo());
}

/** Waits until a bundle is in a state. */
export const untilState = async ({ db }: Pick<ApiAlone, 'db'>, no: string, wanted: string) =>
  await eventually(
    () => db.bundle.findUniqueOrThrow({ where: { no } }),
    ({ state }) => state === wanted,
  );

/** Waits until so many cases of a bundle are at a stage; their numbers. */
export async function untilAt(
  { db }: Pick<ApiAlone, 'db'>,
  no: string,
  stage: string,
  howMany: number,
): Promise<string[]> {
  const rows = await eventually(
    () => db.case.findMany({ where: { bundleNo: no, stage: stage as 'submitted' }, orderBy: { caseNo: 'asc' } }),
    (cases) => cases.length === howMany,
    60_000,
  );
  return rows.map(({ caseNo }) => caseNo);
}
