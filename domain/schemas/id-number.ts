import { z } from 'zod';
import { isIdentityNumber, normalIdentityNumber } from '../rules/identity-number.js';
import { say } from './common.js';

/** 身份证号码; full-width forms and a small x are made right first. */
export const IdNumber = z
  .string()
  .transform(normalIdentityNumber)
  .pipe(z.string().refine(isIdentityNumber, say('不是有效的身份证号码', 'This is not a valid identity number')))
  .meta({ type: 'string' });
