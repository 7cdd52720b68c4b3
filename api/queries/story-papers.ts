import type { StoryPaper } from '../../domain/schemas/audit.js';
import type { Bilingual } from '../../domain/schemas/common.js';
import { BUNDLE_PAPERS } from '../../domain/texts/bundles.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel } from '../../prisma/generated/models.js';

/** What the papers of a case are called and where they are looked at, by SHA-256; those of a joint notice lie with its bundle. */
export async function papersBehind(
  tx: Tx,
  { applicationId, bundleNo }: Pick<CaseModel, 'applicationId' | 'bundleNo'>,
  nameOf: (kind: string) => Bilingual,
): Promise<(sha256: string) => StoryPaper> {
  const oldestFirst = { orderBy: { uploadedAt: 'asc' } } as const;
  const own = await tx.paper.findMany({ where: { applicationId }, ...oldestFirst });
  const shared = bundleNo === null ? [] : await tx.bundlePaper.findMany({ where: { bundleNo }, ...oldestFirst });
  const names: Readonly<Record<string, Bilingual>> = BUNDLE_PAPERS;
  const kept = new Map<string, Omit<StoryPaper, 'sha256'>>([
    ...shared.map(
      ({ sha256, kind, id }) => [sha256, { name: names[kind] ?? null, address: `/api/bundle-papers/${id}` }] as const,
    ),
    ...own.map(({ sha256, kind, id }) => [sha256, { name: nameOf(kind), address: `/api/papers/${id}` }] as const),
  ]);
  return (sha256) => ({ sha256, ...(kept.get(sha256) ?? { name: null, address: null }) });
}
