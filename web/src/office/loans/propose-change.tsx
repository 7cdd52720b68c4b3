import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { EXTENSION_REASONS, type LoanChange } from '../../../../domain/rules/loans.js';
import { minuteOf } from '../../../../domain/rules/moments.js';
import type { EntitlementView } from '../../../../domain/schemas/entitlement.js';
import { type LoanDesk, LoanExtended, LoanRenewed, LoanRepaid } from '../../../../domain/schemas/loan.js';
import { EXTENSION_REASON_NAMES } from '../../../../domain/texts/loans.js';
import { AddPaper } from '../decision/add-paper.js';
import { ActForm } from '../form/act-form.js';
import type { FieldSpec } from '../form/fields.js';
import { useGuide } from '../parts/use-guide.js';
import { useTexts } from '../texts/use-texts.js';

interface Shown {
  readonly entitlement: EntitlementView;
  readonly desk: Pick<LoanDesk, 'applicationId' | 'papers'>;
}

/** The paper that a change rests on. */
const PAPERS = { renewed: 'loanContract', extended: 'extensionReason', repaid: undefined } as const;
const SCHEMAS = { renewed: LoanRenewed, extended: LoanExtended, repaid: LoanRepaid } as const satisfies Record<
  LoanChange,
  z.ZodType
>;
const CHANGES = Object.keys(SCHEMAS) as LoanChange[];

/** Proposing that a loan was renewed, extended or repaid; in force when somebody else has signed. */
export function ProposeChange({ entitlement: { caseNo, programme }, desk }: Shown) {
  const { t, tell } = useTexts();
  const client = useQueryClient();
  const { data: guide } = useGuide(programme.code);
  const fields = useFields(desk.papers);
  const kinds = (guide?.papers ?? []).filter(({ kind }) => Object.values<unknown>(PAPERS).includes(kind));
  return (
    <>
      {kinds.length > 0 && (
        <details className="filters">
          <summary>{t('loans.bring')}</summary>
          <AddPaper
            applicationId={desk.applicationId}
            kinds={kinds.map(({ kind, name }) => [kind, tell(name)])}
            onAdded={() => void client.invalidateQueries({ queryKey: ['getLoan'] })}
          />
        </details>
      )}
      {CHANGES.map((kind) => (
        <details key={kind} className="filters">
          <summary>{t(`loans.propose.${kind}`)}</summary>
          <ActForm
            {...{ act: 'changeLoan', params: { caseNo }, schema: SCHEMAS[kind], fixed: { kind } }}
            fields={fields[kind]}
            submit={t(`loans.propose.${kind}`)}
            done={() => t('signing.waits')}
          />
        </details>
      ))}
    </>
  );
}

/** What each of them says. */
function useFields(papers: LoanDesk['papers']): Readonly<Record<LoanChange, readonly FieldSpec[]>> {
  const { t, tell } = useTexts();
  const words: FieldSpec = { name: 'words', kind: 'words', label: t('recoveries.words'), hint: t('loans.wordsHint') };
  const until = (label: string): FieldSpec => ({ name: 'until', kind: 'date', label });
  const paper = (change: LoanChange): FieldSpec => ({
    ...{ name: 'paperId', kind: 'select', label: t('loans.paper'), hint: t('loans.paperHint') },
    options: papers
      .filter(({ kind }) => kind === PAPERS[change])
      .map(({ id, name, uploadedAt }) => [id, `${tell(name)} ${minuteOf(Date.parse(uploadedAt))}`] as const),
  });
  const reasons = EXTENSION_REASONS.map((reason) => [reason, tell(EXTENSION_REASON_NAMES[reason])] as const);
  return {
    renewed: [
      until(t('loans.newUntil')),
      { name: 'basisPoints', kind: 'percent', label: t('loans.ratePercent') },
      paper('renewed'),
      { ...words, optional: true },
    ],
    extended: [
      until(t('loans.newUntil')),
      { name: 'reason', kind: 'select', label: t('loans.reason'), options: reasons },
      paper('extended'),
      words,
    ],
    repaid: [until(t('loans.repaidOn')), { ...words, optional: true }],
  };
}
