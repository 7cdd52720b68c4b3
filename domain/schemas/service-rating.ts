import { z } from 'zod';
import { freeText, Instant, say } from './common.js';

const LEVEL = say('请选择满意程度', 'Choose how content you are');

/** How the household was served (好差评): 5 very content … 1 very discontent. Asked again, the newest counts. */
export const ServiceRating = z.strictObject({
  level: z.number(LEVEL).int(LEVEL).min(1, LEVEL).max(5, LEVEL),
  words: freeText(1000).optional(),
});

export const ServiceRated = z
  .object({ level: z.number().int(), words: z.string().nullable(), ratedAt: Instant })
  .meta({ id: 'ServiceRating' });
export type ServiceRated = z.infer<typeof ServiceRated>;
