import { SIGNERS } from '../../../../domain/rules/matters.js';
import { type RecoveryDetail, SetOffWords } from '../../../../domain/schemas/recoveries.js';
import { Moment } from '../../common/parts/moment.js';
import { ActForm } from '../form/act-form.js';
import { Facts } from '../parts/facts.js';
import { Signing } from '../parts/signing.js';
import { useMay, useMayFor } from '../parts/use-may.js';
import { Acted, namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';

interface Shown {
  readonly claim: RecoveryDetail;
}

/** 抵扣: whether what is owed is kept back of later payments, by whose order, and what can be done about it. */
export function SetOff({ claim }: Shown) {
  const { t } = useTexts();
  const may = useMay('countySupervisor');
  const maySign = useMayFor(...SIGNERS);
  const { caseNo, setOff, setOffOrder, state } = claim;
  const isOff = setOff === null || setOff.code === 'withdrawn';
  return (
    <>
      {setOffOrder ? <Order claim={claim} order={setOffOrder} /> : <p className="none">{t('recoveries.noSetOff')}</p>}
      {setOffOrder?.digest && maySign && <Signing act="signSetOff" params={{ caseNo }} digest={setOffOrder.digest} />}
      {may && state.code === 'open' && isOff && <Words act="proposeSetOff" caseNo={caseNo} />}
      {may && !isOff && <Words act="withdrawSetOff" caseNo={caseNo} />}
    </>
  );
}

type OrderOf = NonNullable<RecoveryDetail['setOffOrder']>;

function Order({ claim: { setOff }, order }: Shown & { readonly order: OrderOf }) {
  const { t, tell } = useTexts();
  const { words, orderedBy, orderedAt, signedBy, withdrawnBy, withdrawalWords } = order;
  return (
    <Facts
      facts={{
        [t('money.state')]: setOff && tell(setOff),
        [t('recoveries.words')]: words && <span className="said">{words}</span>,
        [t('recoveries.openedBy')]: namesOf([orderedBy]),
        [t('funds.at')]: <Moment at={orderedAt} />,
        [t('recoveries.signedBy')]: signedBy && <Acted who={[signedBy]} />,
        [t('recoveries.withdrawnBy')]: withdrawnBy && namesOf([withdrawnBy]),
        [t('recoveries.withdrawalWords')]: withdrawalWords && <span className="said">{withdrawalWords}</span>,
      }}
    />
  );
}

interface Said {
  readonly act: 'proposeSetOff' | 'withdrawSetOff';
  readonly caseNo: string;
}

function Words({ act, caseNo }: Said) {
  const { t } = useTexts();
  return (
    <details>
      <summary>{t(`recoveries.${act}`)}</summary>
      <ActForm
        {...{ act, params: { caseNo }, schema: SetOffWords }}
        fields={[{ name: 'words', kind: 'words', label: t('recoveries.words'), hint: t('recoveries.wordsHint') }]}
        submit={t(`recoveries.${act}`)}
        done={() => t(act === 'proposeSetOff' ? 'signing.waits' : 'form.saved')}
      />
    </details>
  );
}
