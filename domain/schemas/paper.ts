import { z } from 'zod';
import { Id, Instant, say, Sha256 } from './common.js';

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
