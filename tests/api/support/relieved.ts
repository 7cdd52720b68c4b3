import { identityCheckCharacter } from '../../../domain/rules/identity-number.js';
import { photo } from './drafts.js';
import type { Visitor } from './visitor.js';

let born = 0;

/** An identity number that nobody has. */
export function newIdNumber(): string {
  const first17 = `33012719700101${String(100 + (born += 1))}`;
  return first17 + identityCheckCharacter(first17);
}

/** A rural household that no register knows, as a township enters it. */
export const rurals = (phone?: string) => ({
  ...{ villageCode: '339901100200', address: '东演村8号', ...(phone !== undefined && { phone }) },
  members: [
    { relation: '配偶', name: '周小兰', idNumber: newIdNumber(), canWork: true },
    {
      ...{ relation: '户主', name: '吴大山', idNumber: newIdNumber(), canWork: true },
      account: { bankName: '演示农村商业银行', number: `6228${Date.now()}7731` },
    },
  ],
});

/** Files for disaster relief for so many persons; the case number. */
export async function asksForRelief(
  visitor: Visitor,
  persons: number,
  more: Record<string, string> = {},
): Promise<string> {
  const must = (answer: { status: number; body: { code?: string; errors?: unknown } }) => {
    if (answer.status >= 400)
      throw new Error(`${answer.status} ${answer.body.code} ${JSON.stringify(answer.body.errors)}`);
  };
  const draft = await visitor.post('/api/applications', { programmeCode: 'disaster-relief', ...more });
  must(draft);
  const application = `/api/applications/${draft.body.id}`;
  must(await visitor.upload(`${application}/papers`, { kind: 'damagePhoto' }, photo()));
  if (more['registerNo']) must(await visitor.upload(`${application}/papers`, { kind: 'consent' }, photo()));
  must(await visitor.patch(application, { quantity: persons, registerConfirmed: true, plan: '山洪冲毁灶房' }));
  const submission = await visitor.post(`${application}/submission`);
  must(submission);
  return submission.body.caseNo as string;
}
