import { z } from 'zod';
import {
  Bilingual,
  Coded,
  freeText,
  Id,
  Instant,
  IsoDate,
  PageQuery,
  pageOf,
  Person,
  QueryFlag,
  say,
} from './common.js';

const OfficialId = z.string().min(1, say('请选择工作人员', 'Choose an official')).max(60);

/** An absence with the colleague who stands in; without `absentId` the absence is the sender's own. */
export const NewSubstitution = z
  .strictObject({
    /** Of somebody who can't name a substitute himself: by his supervisor. */
    absentId: OfficialId.optional(),
    substituteId: OfficialId,
    fromDay: IsoDate,
    untilDay: IsoDate,
    words: freeText(200),
  })
  .refine(({ fromDay, untilDay }) => fromDay <= untilDay, {
    path: ['untilDay'],
    error: say('结束日期不能早于开始日期', 'It does not end before it begins'),
  });
export type NewSubstitution = z.infer<typeof NewSubstitution>;

export const SubstitutionQuery = z.strictObject({
  ...PageQuery,
  /** Only where the reader is absent, or stands in. */
  mine: QueryFlag.optional(),
  /** Only those of today. */
  inForce: QueryFlag.optional(),
});
export type SubstitutionQuery = z.infer<typeof SubstitutionQuery>;

const Named = Person.extend({ id: z.string() });

/** 代理: who stands in for whom, from when until when, by whose word. */
export const SubstitutionView = z
  .object({
    id: Id,
    absent: Named,
    substitute: Named,
    fromDay: z.string(),
    untilDay: z.string(),
    words: z.string(),
    namedBy: Person,
    namedAt: Instant,
    endedBy: Person.nullable(),
    endedAt: Instant.nullable(),
    state: Coded,
  })
  .meta({ id: 'Substitution' });
export type SubstitutionView = z.infer<typeof SubstitutionView>;
export const SubstitutionPage = pageOf(SubstitutionView);

export const ColleagueQuery = z.strictObject({
  ...PageQuery,
  /** Whose; without it the reader's own. For a supervisor. */
  of: OfficialId.optional(),
});
/** Officials who may stand in for somebody. */
export const ColleaguePage = pageOf(z.object({ id: z.string(), name: z.string(), roles: z.array(Bilingual) }));
