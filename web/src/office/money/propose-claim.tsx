import { NewRecovery } from '../../../../domain/schemas/recoveries.js';
import { RECOVERY_CAUSES } from '../../../../domain/texts/recoveries.js';
import { ActForm } from '../form/act-form.js';
import { useTexts } from '../texts/use-texts.js';

/** Proposing that money has to come back; in force when somebody else has signed. */
export function ProposeClaim({ caseNo }: { readonly caseNo: string }) {
  const { t, tell } = useTexts();
  const causes = NewRecovery.shape.cause.options.map((code) => [code, tell(RECOVERY_CAUSES[code])] as const);
  return (
    <ActForm
      act="proposeRecovery"
      params={{ caseNo }}
      schema={NewRecovery}
      fields={[
        { name: 'cause', kind: 'select', label: t('recoveries.cause'), options: causes },
        { name: 'amountFen', kind: 'yuan', label: t('recoveries.claimed'), hint: t('recoveries.claimedHint') },
        { name: 'words', kind: 'words', label: t('recoveries.words'), hint: t('recoveries.wordsHint') },
      ]}
      submit={t('recoveries.propose')}
      done={() => t('signing.waits')}
    />
  );
}
