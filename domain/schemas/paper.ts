import { z } from 'zod';
import { Id, Instant, say, Sha256 } from './common.js';

/** Kinds of papers that no programme lists: every case may have them. */
export const COMMON_PAPERS = {
  consent: { zh: '委托代办书（签字或按手印）', en: 'Consent of the household (signed or thumb-printed)' },
  sitePhoto: { zh: '现场照片', en: 'Photograph of the site' },
  postingPhoto: { zh: '张榜照片', en: 'Photograph of the posting' },
  completionPhoto: { zh: '完工照片', en: 'Photograph of the finished project' },
  inspectionReport: { zh: '验收单', en: 'Inspection report' },
  usePhoto: { zh: '项目使用情况照片', en: 'Photograph of the project in use' },
  other: { zh: '其他材料', en: 'Other paper' },
} as const;

/** Fields of the form that carries a paper; the file itself is the field `file`. */
export const PaperUpload = z.strictObject({
  kind: z.string().regex(/^[a-z][A-Za-z]{0,39}$/, say('请选择材料种类', 'Choose what kind of paper this is')),
});

export const PaperView = z
  .object({
    id: Id,
    kind: z.string(),
    name: z.object({ zh: z.string(), en: z.string() }),
    contentType: z.string(),
    bytes: z.number().int(),
    sha256: Sha256,
    uploadedAt: Instant,
  })
  .meta({ id: 'Paper' });
export type PaperView = z.infer<typeof PaperView>;

export const PaperOfParams = z.strictObject({ id: Id, paperId: Id });

export const IdParams = z.strictObject({ id: Id });
