import { z } from 'zod';
import { Id, Instant, IsoDate, PageQuery, pageOf, Person, say, Sha256 } from './common.js';
import { CountyPolicy } from './county-policy.js';

/** What the plan leaves to the county, as somebody proposes it: which county's, and its version, are known. */
const PolicyBody = CountyPolicy.omit({ countyCode: true, version: true });

export const NewPolicy = z.strictObject({
  /** The first day on which it counts for what is submitted: tomorrow or later. */
  effectiveFrom: IsoDate,
  policy: PolicyBody,
});
export type NewPolicy = z.infer<typeof NewPolicy>;

export const PolicyDraftParams = z.strictObject({ id: Id });
export const PolicyQuery = z.strictObject(PageQuery);

const PolicyVersionView = z
  .object({ version: z.number().int(), digest: Sha256, effectiveFrom: Instant, policy: PolicyBody })
  .meta({ id: 'PolicyVersion' });
export const PolicyVersionPage = pageOf(PolicyVersionView);

export const PolicyDraftView = z
  .object({
    ...PolicyVersionView.shape,
    id: Id,
    proposedBy: Person,
    proposedAt: Instant,
    decidedBy: Person.nullable(),
    /** Null while it waits; whether it was put into force. */
    agreed: z.boolean().nullable(),
  })
  .meta({ id: 'PolicyDraft' });
export type PolicyDraftView = z.infer<typeof PolicyDraftView>;
export const PolicyDraftPage = pageOf(PolicyDraftView);

/** Whoever signs has seen what he signs, and has not proposed it. */
export const PolicySignature = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/, say('请重新打开后签字', 'Open it again before you sign')),
  agrees: z.boolean(),
});
