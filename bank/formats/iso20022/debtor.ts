import { z } from 'zod';

const text = (most: number) => z.string().min(1).max(most);

/** Who pays: a county's account, as the bank knows it. */
export const debtor = z.strictObject({
  name: text(140),
  account: text(34),
  bank: z.strictObject({
    name: text(140),
    /** 行号: twelve digits, by which CNAPS knows the branch. */
    cnaps: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
    bic: z
      .string()
      .regex(/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/)
      .optional(),
  }),
});
export type Debtor = z.infer<typeof debtor>;

/** By the county's six digits. */
export const debtors = z
  .record(z.string().regex(/^\d{6}$/), debtor)
  .refine((counties) => Object.keys(counties).length > 0);
export type Debtors = Readonly<Record<string, Debtor>>;

/** @throws Error where the county has no account in the configuration */
export function debtorOf(debtors: Debtors, countyCode: string): Debtor {
  const found = debtors[countyCode];
  if (!found) throw new Error(`The configuration of the bank has no account of the county ${countyCode}.`);
  return found;
}
