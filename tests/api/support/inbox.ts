import type { Visitor } from './visitor.js';

export interface InInbox {
  readonly id: string;
  readonly kind: string;
  readonly no: string;
  readonly stage: { readonly code: string };
  readonly dueAt: string | null;
  readonly notBefore: string | null;
  readonly overdue: boolean;
  readonly claimedBy: { readonly id: string } | null;
}

/** What an official finds under a number. */
export async function inboxAbout(visitor: Visitor, no: string): Promise<InInbox[]> {
  const { status, body } = await visitor.get(`/api/tasks?limit=100&text=${no}`);
  if (status !== 200) throw new Error(`The inbox was answered with ${status} ${body.code}.`);
  return (body.items as InInbox[]).filter((item) => item.no === no);
}
