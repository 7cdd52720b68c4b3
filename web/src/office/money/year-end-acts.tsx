import { YearEndProposal, type YearEndView } from '../../../../domain/schemas/year-end.js';
import { YEAR_END_DECISIONS } from '../../../../domain/texts/ledger.js';
import { ActForm } from '../form/act-form.js';
import { Facts } from '../parts/facts.js';
import { Signing } from '../parts/signing.js';
import { useMay } from '../parts/use-may.js';
import { namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';

/** What is awaited about a year that is over: a proposal, or the second signature on it. */
export function YearEndActs({ yearEnd }: { readonly yearEnd: YearEndView }) {
  const { t, tell } = useTexts();
  const mayPropose = useMay('paymentReviewer');
  const maySign = useMay('paymentReviewer', 'countySupervisor');
  const { fund, proposal, onTheirWay } = yearEnd;
  const params = { fundId: fund.id };
  if (onTheirWay.count > 0) return <p className="none">{t('yearEnds.firstTheirEnd')}</p>;
  if (!proposal) return mayPropose ? <Propose fundId={fund.id} /> : <p className="none">{t('yearEnds.undecided')}</p>;
  return (
    <section aria-label={t('yearEnds.waits')}>
      <h2>{t('yearEnds.waits')}</h2>
      <Facts
        facts={{
          [t('yearEnds.decision')]: <strong>{tell(proposal.decision)}</strong>,
          [t('funds.document')]: proposal.documentNo,
          [t('yearEnds.why')]: <span className="said">{proposal.words}</span>,
          [t('signing.first')]: namesOf([proposal.by]),
        }}
      />
      {maySign && <Signing act="signYearEnd" params={params} digest={proposal.digest} />}
    </section>
  );
}

function Propose({ fundId }: { readonly fundId: string }) {
  const { t, tell } = useTexts();
  const decisions = Object.entries(YEAR_END_DECISIONS).map(([code, name]) => [code, tell(name)] as const);
  return (
    <section>
      <h2>{t('yearEnds.decide')}</h2>
      <ActForm
        act="proposeYearEnd"
        params={{ fundId }}
        schema={YearEndProposal}
        fields={[
          { name: 'decision', kind: 'select', label: t('yearEnds.decision'), options: decisions },
          { name: 'documentNo', kind: 'text', label: t('funds.document') },
          { name: 'words', kind: 'words', label: t('yearEnds.why'), hint: t('yearEnds.whyHint') },
        ]}
        submit={t('yearEnds.propose')}
        done={() => t('signing.waits')}
      />
    </section>
  );
}
