import { COMMON_PAPERS } from '../../domain/rules/common-papers.js';
import { type PaperView, TakenAt } from '../../domain/schemas/paper.js';
import type { Programme } from '../../domain/schemas/programme.js';
import type { PaperModel } from '../../prisma/generated/models.js';
import { openColumn } from '../../prisma/sealed.js';

/** A paper as those who may see the case see it, named as its programme names it; `key`: of the case. */
export function paperView(paper: PaperModel, programme: Programme, key: Uint8Array): PaperView {
  const { id, kind, contentType, bytes, sha256, uploadedAt, placeSealed } = paper;
  const common: Readonly<Record<string, { zh: string; en: string }>> = COMMON_PAPERS;
  const name = programme.papers.find((rule) => rule.kind === kind)?.name ?? common[kind] ?? COMMON_PAPERS.other;
  const taken = placeSealed && TakenAt.parse(JSON.parse(openColumn(key, 'paperPlace', placeSealed)));
  return { id, kind, name, contentType, bytes, sha256, uploadedAt: uploadedAt.toISOString(), taken };
}
