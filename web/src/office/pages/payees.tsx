import { useState } from 'react';
import { PAYEE_KINDS, type PayeeKind } from '../../../../domain/rules/payee.js';
import { PAYEE_KIND_NAMES } from '../../../../domain/texts/payees.js';
import { Moment } from '../../common/parts/moment.js';
import { ListPage } from '../parts/list-page.js';
import { Narrow } from '../parts/narrow.js';
import { useProgrammes } from '../parts/use-guide.js';
import { useMay } from '../parts/use-may.js';
import { namesOf } from '../parts/way.js';
import { EnterPayee } from '../payees/enter-payee.js';
import { PayeeActs } from '../payees/payee-acts.js';
import { useTexts } from '../texts/use-texts.js';

/** The register of those who may be paid in a household's place, with their accounts and the second signatures. */
export function PayeesPage() {
  const { t, tell, list } = useTexts();
  const [kind, setKind] = useState<PayeeKind>();
  const [waiting, setWaiting] = useState<'true'>();
  const programmes = new Map(useProgrammes());
  const mayEnter = useMay('paymentMaker');
  const mayAct = useMay('paymentMaker', 'paymentReviewer');
  return (
    <ListPage
      room="payees"
      id="listPayees"
      asked={{ query: { kind, waiting } }}
      keyOf={({ id }) => id}
      empty={t(mayEnter ? 'payees.noneYet' : 'payees.none')}
      columns={[
        { name: t('payees.name'), show: ({ name }) => name },
        { name: t('payees.kind'), show: (payee) => tell(payee.kind) },
        { name: t('payees.creditCode'), show: ({ creditCode, idNumber }) => creditCode ?? idNumber },
        { name: t('people.area'), show: ({ area }) => area.name },
        {
          name: t('payees.programmes'),
          show: (payee) =>
            list(payee.programmes.map((code) => programmes.get(code) ?? code)) || t('payees.everyProgramme'),
        },
        {
          name: t('payees.account'),
          show: ({ account }) => account && <Account {...account} />,
        },
        {
          name: t('payees.waiting'),
          show: ({ waiting: account }) =>
            account && (
              <>
                <Account {...account} />
                <span className="line">
                  {namesOf([account.enteredBy])} <Moment at={account.enteredAt} />
                </span>
              </>
            ),
        },
        {
          name: t('bundles.toDo'),
          show: (payee) =>
            payee.closedAt ? (
              <>
                {t('payees.closed')} <Moment at={payee.closedAt} />
              </>
            ) : (
              mayAct && <PayeeActs payee={payee} />
            ),
        },
      ]}
    >
      {mayEnter && <EnterPayee />}
      <div className="fields">
        <Narrow
          label={t('payees.kind')}
          value={kind}
          onChange={setKind}
          options={PAYEE_KINDS.map((each) => [each, tell(PAYEE_KIND_NAMES[each])])}
        />
        <Narrow
          label={t('payees.which')}
          value={waiting}
          onChange={setWaiting}
          options={[['true', t('payees.onlyWaiting')]]}
        />
      </div>
    </ListPage>
  );
}

const Account = ({ bankName, number }: { readonly bankName: string; readonly number: string }) => (
  <>
    {bankName} <span className="long">{number}</span>
  </>
);
