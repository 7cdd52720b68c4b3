import type { Visitor } from './visitor.js';

/** A tiny PNG: one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A photograph that no other test has taken. */
export const photo = (): Buffer => Buffer.concat([PNG, Buffer.from(crypto.randomUUID())]);

export const PROGRAMME = 'beekeeping';

/** A draft with nothing in it yet; its ID. */
export async function newDraft(visitor: Visitor, more: Record<string, string> = {}): Promise<string> {
  const { status, body } = await visitor.post('/api/applications', { programmeCode: PROGRAMME, ...more });
  if (status !== 201) throw new Error(`A draft was answered with ${status} ${body.code}.`);
  return body.id as string;
}

/** A draft to which nothing is missing. */
export async function completeDraft(visitor: Visitor, quantity = 10): Promise<string> {
  const id = await newDraft(visitor);
  await visitor.patch(`/api/applications/${id}`, { quantity, registerConfirmed: true, plan: '在后山空地养中蜂' });
  await visitor.upload(`/api/applications/${id}/papers`, { kind: 'purchaseReceipt' }, photo());
  return id;
}

/** A submitted application: its ID and its case number. */
export async function submitted(visitor: Visitor): Promise<{ id: string; caseNo: string }> {
  const id = await completeDraft(visitor);
  const { status, body } = await visitor.post(`/api/applications/${id}/submission`);
  if (status !== 201) throw new Error(`The submission was answered with ${status} ${body.code}.`);
  return { id, caseNo: body.caseNo as string };
}
