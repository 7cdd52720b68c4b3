import { z } from 'zod';
import { debtors } from './formats/iso20022/debtor.js';
import { textLayout } from './formats/text/layout.js';

const county = z.string().regex(/^\d{6}$/);

/** How its server is reached; who signs in stands in the settings. */
const sftp = z.strictObject({
  /** Fingerprints of the server's keys, as `ssh-keygen -lf` shows them; the bank tells them. */
  hostKeys: z.array(z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/)).min(1),
  timeoutSeconds: z.number().min(1).max(600).default(30),
});

const reached = {
  sftp: sftp.optional(),
  /** A report counts as whole when it has not changed for so long. */
  quietSeconds: z.number().min(0).max(3600).default(2),
  /** What the bank lays there besides reports, by the beginnings of the names. */
  ignored: z.array(z.string().min(1)).default([]),
};

/** What a bank that takes files wants them to be: the file that BANK_CONFIG names. */
export const bankConfig = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('iso20022'), debtors, ...reached }),
  z.strictObject({ format: z.literal('text'), counties: z.array(county).min(1), layout: textLayout, ...reached }),
]);
export type BankConfig = z.infer<typeof bankConfig>;

/** The counties that the bank pays for. */
export const countiesOf = (config: BankConfig): readonly string[] =>
  config.format === 'iso20022' ? Object.keys(config.debtors) : config.counties;
