import type { ApiClient } from '../api-client.js';
import type { CaseWalk } from '../case-walk.js';
import { photograph } from '../photograph.js';

/** Hands a paper in. @returns its ID */
export async function givesPaper(walk: CaseWalk, by: ApiClient, kind: string): Promise<string> {
  const { registerNo } = walk.newcomer.register;
  const file = photograph(`${registerNo} ${kind} ${new Date().toISOString()}`);
  const { id } = await by.call('addPaper', { params: { id: walk.applicationId }, body: { kind }, file });
  return id;
}
