import type { Act } from '../schemas/act.js';
import type { Application, Strand } from '../schemas/application.js';
import type { PayeeChoice } from '../schemas/payee-choice.js';

/** 收款单位: an act that says whom of the register a case pays, or that the household is paid itself after all. */
export const choosesPayee = ({ stage }: Pick<Act, 'stage'>): boolean =>
  stage === 'payeeChoice' || stage === 'payeeConsent';

/** Whether a case may be told whom it pays: while it pays, and is a household's. A consent taken back names nobody. */
export const mayChoosePayee = (
  { strand, householdId }: { readonly strand: Strand; readonly householdId: string },
  { verdict, subject }: Pick<Act, 'verdict' | 'subject'>,
): boolean =>
  (strand === 'case' || strand === 'return') &&
  householdId !== '' &&
  (verdict === 'takeBackConsent') === (subject === undefined);

/** What the application itself says. */
export const choiceOfApplication = ({
  payee,
  helperId,
  householdId,
}: Pick<Application, 'payee' | 'helperId' | 'householdId'>): PayeeChoice[] =>
  payee
    ? [
        {
          ...{ source: 'submitted', payeeId: payee.id, agreement: payee.agreement ?? null },
          ...{ by: helperId ?? householdId, at: 0 },
        },
      ]
    : [];

/** What an act of a case says, where it is one of these. */
export function choiceOfAct(strand: Strand, { seq, at, act }: { seq: number; at: number; act: Act }): PayeeChoice[] {
  if (!choosesPayee(act)) return [];
  const { subject: payeeId = null, papers: [agreement = null] = [], by } = act;
  return [{ source: `${strand}/${seq}`, payeeId, agreement, by: by.id, at }];
}
