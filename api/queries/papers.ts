import { COMMON_PAPERS } from '../../domain/rules/common-papers.js';
import type { PaperView } from '../../domain/schemas/paper.js';
import type { Programme } from '../../domain/schemas/programme.js';
import type { PaperModel } from '../../prisma/generated/models.js';

/** A paper as those who may see the case see it, named as its programme names it. */
export function paperView(paper: PaperModel, programme: Programme): PaperView {
  const { id, kind, contentType, bytes, sha256, uploadedAt } = paper;
  const common: Readonly<Record<string, { zh: string; en: string }>> = COMMON_PAPERS;
  const name = programme.papers.find((rule) => rule.kind === kind)?.name ?? common[kind] ?? COMMON_PAPERS.other;
  return { id, kind, name, contentType, bytes, sha256, uploadedAt: uploadedAt.toISOString() };
}
