import type { Tx } from '../../prisma/client.js';
import { invalid } from '../problem.js';

/** SHA-256 of the papers an act relies on. @throws Refused INVALID_INPUT for one that is not of this application */
export async function paperDigests(tx: Tx, applicationId: string, paperIds: readonly string[]): Promise<string[]> {
  const papers = await tx.paper.findMany({ where: { id: { in: [...paperIds] }, applicationId } });
  const digests = new Map(papers.map(({ id, sha256 }) => [id, sha256]));
  return paperIds.map((id, index) => {
    const digest = digests.get(id);
    if (digest !== undefined) return digest;
    throw invalid([{ field: `paperIds.${index}`, zh: '请先上传该材料', en: 'Upload this paper first' }]);
  });
}
