import { DividendRuleSchema } from '../../../../domain/schemas/dividend.js';
import { quantityText } from '../../../../domain/rules/quantities.js';
import { EnterAsset } from '../dividends/enter-asset.js';
import { EnterIncome } from '../dividends/enter-income.js';
import { ListPage } from '../parts/list-page.js';
import { Yuan } from '../parts/money.js';
import { useAreas, useProgrammes } from '../parts/use-guide.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';

/** Assets whose income is shared, with the rule of each and what it brought year by year. */
export function AssetsPage() {
  const { t } = useTexts();
  const areas = new Map(useAreas());
  const programmes = new Map(useProgrammes());
  const mayEnter = useMay('countyApprover');
  const mayBook = useMay('paymentMaker');
  return (
    <ListPage
      room="assets"
      id="listAssets"
      keyOf={({ id }) => id}
      empty={t(mayEnter ? 'assets.noneYet' : 'assets.none')}
      columns={[
        { name: t('assets.name'), show: ({ name }) => name },
        { name: t('people.area'), show: ({ areaCode }) => areas.get(areaCode) ?? areaCode },
        { name: t('task.programme'), show: ({ programmeCode }) => programmes.get(programmeCode) ?? programmeCode },
        { name: t('funds.document'), show: ({ documentNo }) => documentNo },
        { name: t('assets.rule'), show: ({ rule }) => <Rule {...rule} /> },
        { name: t('assets.reserve'), show: ({ reserveFen }) => <Yuan fen={reserveFen} />, number: true },
        {
          name: t('assets.incomes'),
          show: ({ id, incomes }) => (
            <>
              {incomes.map(({ year, amountFen, documentNo }) => (
                <span key={year} className="line">
                  {t('assets.inYear', { year })} <Yuan fen={amountFen} /> {documentNo}
                </span>
              ))}
              {mayBook && <EnterIncome id={id} />}
            </>
          ),
        },
      ]}
    >
      {mayEnter && <EnterAsset />}
    </ListPage>
  );
}

const PERCENT = 2;

type DividendRule = ReturnType<typeof DividendRuleSchema.parse>;

function Rule({ collectiveBasisPoints, guaranteeFen, targetFen, reserveMostFen }: DividendRule) {
  const { t } = useTexts();
  return (
    <>
      <span className="line">
        {t('assets.collective')} {quantityText(collectiveBasisPoints, PERCENT)}%
      </span>
      <span className="line">
        {t('assets.guarantee')} <Yuan fen={guaranteeFen} />
      </span>
      <span className="line">
        {t('assets.target')} <Yuan fen={targetFen} />
      </span>
      <span className="line">
        {t('assets.reserveMost')} <Yuan fen={reserveMostFen} />
      </span>
    </>
  );
}
