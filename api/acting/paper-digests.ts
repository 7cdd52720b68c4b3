import { COMMON_PAPERS } from '../../domain/rules/common-papers.js';
import { missingKinds } from '../../domain/rules/required-photographs.js';
import type { Stage, Verdict } from '../../domain/rules/stages.js';
import type { Tx } from '../../prisma/client.js';
import { invalid, Refused } from '../problem.js';

interface Relying {
  readonly stage: Stage;
  readonly verdict: Verdict;
  readonly paperIds: readonly string[] | undefined;
}

/**
 * SHA-256 of the papers an act relies on; undefined where it names none.
 * @throws Refused INVALID_INPUT for one that is not of this application, PAPERS_MISSING for a kind that it has to bring
 */
export async function paperDigests(
  tx: Tx,
  applicationId: string,
  { stage, verdict, paperIds }: Relying,
): Promise<string[] | undefined> {
  const papers = await tx.paper.findMany({ where: { id: { in: [...(paperIds ?? [])] }, applicationId } });
  const digests = new Map(papers.map(({ id, sha256 }) => [id, sha256]));
  const found = paperIds?.map((id, index) => {
    const digest = digests.get(id);
    if (digest !== undefined) return digest;
    throw invalid([{ field: `paperIds.${index}`, zh: '请先上传该材料', en: 'Upload this paper first' }]);
  });
  const given = papers.map(({ kind }) => kind);
  const missing = missingKinds(stage, verdict, given).map((kind) => {
    const { zh, en } = COMMON_PAPERS[kind as keyof typeof COMMON_PAPERS];
    return { field: 'paperIds', zh: `请附上：${zh}`, en: `Add: ${en}` };
  });
  if (missing.length > 0) throw new Refused('PAPERS_MISSING', { errors: missing });
  return found;
}
