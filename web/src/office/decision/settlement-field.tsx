import { useController } from 'react-hook-form';
import { SETTLEMENT_WAYS } from '../../../../domain/rules/resettlement.js';
import { SETTLEMENT_WAY_TEXTS } from '../../../../domain/texts/resettlement.js';
import { useAsked } from '../../common/calls/query.js';
import { SelectField } from '../../common/form/field.js';
import { type FieldSpec, textOf } from '../form/fields.js';
import type { ActFormState } from '../form/use-act-form.js';
import { useTexts } from '../texts/use-texts.js';
import { settlementText } from './settlement.js';

const MOST = 100;

interface Shown {
  readonly state: ActFormState;
  readonly field: FieldSpec;
}

/** How a household is resettled; of a site, one of its free plots. */
export function SettlementField({ state: { form, wrong }, field: { name, label, hint } }: Shown) {
  const { t, tell } = useTexts();
  const { field } = useController({ control: form.control, name });
  const [way = '', siteId = '', plotNo = ''] = textOf(field.value).split('|');
  const isAtSite = way === 'concentrated';
  const sites = useAsked('listSites', { query: { limit: MOST } }, isAtSite);
  const plots = useAsked('listPlots', { params: { id: siteId }, query: { free: 'true', limit: MOST } }, siteId !== '');
  return (
    <>
      <SelectField
        {...{ id: name, label, hint, value: way, error: wrong.find(({ id }) => id === name)?.message }}
        onChange={({ target }) => field.onChange(settlementText(target.value))}
        options={SETTLEMENT_WAYS.map((each) => [each, tell(SETTLEMENT_WAY_TEXTS[each])])}
      />
      {isAtSite && (
        <SelectField
          label={t('settlement.site')}
          value={siteId}
          onChange={({ target }) => field.onChange(settlementText(way, target.value))}
          options={(sites.data?.items ?? []).map((site) => [site.id, site.name])}
        />
      )}
      {siteId !== '' && (
        <SelectField
          label={t('settlement.plot')}
          value={plotNo}
          onChange={({ target }) => field.onChange(settlementText(way, siteId, target.value))}
          options={(plots.data?.items ?? []).map(({ no }) => [no, no])}
        />
      )}
    </>
  );
}
