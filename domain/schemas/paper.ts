import { z } from 'zod';
import { PAPER_BYTES } from '../rules/paper-limits.js';
import { Id, Instant, say, Sha256 } from './common.js';

/** Where a paper goes that is sent part by part: the sender gives it an ID. */
export const UploadParams = z.strictObject({ id: Id, uploadId: Id });
export const PaperPart = z.strictObject({
  /** Of its first byte in the whole. */
  offset: z.coerce.number().int().min(0).max(PAPER_BYTES),
});
/** How many bytes are here, from the first: the sender goes on with the next. */
export const UploadState = z.object({ received: z.number().int() }).meta({ id: 'UploadState' });

/** Where and when a photograph was taken, as the device told: WGS-84 degrees, north and east positive. */
export const TakenAt = z
  .object({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    /** Radius within which the device places itself, metres; null where it does not say. */
    accuracyMetres: z.number().nonnegative().nullable(),
    at: Instant,
  })
  .meta({ id: 'TakenAt' });
export type TakenAt = z.infer<typeof TakenAt>;

/** Fields of the form that carries a paper; the file itself is the field `file`. */
export const PaperUpload = z.strictObject({
  kind: z.string().regex(/^[a-z][A-Za-z]{0,39}$/, say('请选择材料种类', 'Choose what kind of paper this is')),
  /** In place of the file: of one that was sent part by part. */
  uploadId: Id.optional(),
});

/** The same of a paper of a case; of a photograph also where and when it was taken. */
export const CasePaperUpload = PaperUpload.extend({
  latitude: z.coerce.number().min(-90).max(90).optional(),
  longitude: z.coerce.number().min(-180).max(180).optional(),
  accuracyMetres: z.coerce.number().nonnegative().max(100_000).optional(),
  takenAt: Instant.optional(),
});
export type CasePaperUpload = z.infer<typeof CasePaperUpload>;

export const PaperView = z
  .object({
    id: Id,
    kind: z.string(),
    name: z.object({ zh: z.string(), en: z.string() }),
    contentType: z.string(),
    bytes: z.number().int(),
    sha256: Sha256,
    uploadedAt: Instant,
    /** Null where the device did not tell, and of what is no photograph. */
    taken: TakenAt.nullable(),
  })
  .meta({ id: 'Paper' });
export type PaperView = z.infer<typeof PaperView>;

export const PaperOfParams = z.strictObject({ id: Id, paperId: Id });

export const IdParams = z.strictObject({ id: Id });
