import { useNavigate } from '@tanstack/react-router';
import { countyOf } from '../../../../domain/rules/county-of.js';
import type { TaskStage } from '../../../../domain/rules/matters.js';
import { STAGES, type Stage, stageRule } from '../../../../domain/rules/stages.js';
import { TASK_STAGE_NAMES } from '../../../../domain/texts/matters.js';
import { useAsked } from '../../common/calls/query.js';
import { SelectField, TextField } from '../../common/form/field.js';
import { useSession } from '../../common/session.js';
import { useTexts } from '../texts/use-texts.js';
import { KeptFilters } from './kept-filters.js';
import { type InboxSearch, inboxSearch } from './search.js';

/** Stages at which officials have something to do. */
const AWAITED = (Object.keys(TASK_STAGE_NAMES) as TaskStage[]).filter((stage) => {
  if (!Object.hasOwn(STAGES, stage)) return true;
  const { awaits } = stageRule(stage as Stage);
  return awaits !== undefined && awaits !== 'household';
});

/** What the list is narrowed to; it is in the address at once. */
export function Filters({ search }: { readonly search: InboxSearch }) {
  const { t, tell } = useTexts();
  const navigate = useNavigate();
  const { townships, programmes } = useNames();
  const change = (name: keyof InboxSearch) => (event: { target: { value: string } }) =>
    void navigate({ to: '/', search: inboxSearch(without({ ...search, [name]: event.target.value })), replace: true });
  const all = ['', t('inbox.any')] as const;
  const stages = AWAITED.map((stage) => [stage, tell(TASK_STAGE_NAMES[stage])] as const);
  const sorts = (['due', 'opened'] as const).map((sort) => [sort, t(`inbox.sort.${sort}`)] as const);
  const chosen = (name: keyof InboxSearch) => ({ value: search[name] ?? '', onChange: change(name) });
  return (
    <details className="filters" open={Object.keys(search).some((name) => name !== 'which')}>
      <summary>{t('inbox.filters')}</summary>
      <search className="fields">
        <TextField label={t('inbox.text')} {...chosen('text')} />
        <SelectField label={t('inbox.stage')} {...chosen('stage')} options={[all, ...stages]} />
        <SelectField label={t('inbox.programme')} {...chosen('programme')} options={[all, ...programmes]} />
        <SelectField label={t('inbox.township')} {...chosen('township')} options={[all, ...townships]} />
        <TextField label={t('inbox.dueFrom')} {...chosen('dueFrom')} type="date" />
        <TextField label={t('inbox.dueUntil')} {...chosen('dueUntil')} type="date" />
        <SelectField label={t('inbox.sorted')} value={search.sort ?? 'due'} onChange={change('sort')} options={sorts} />
        <KeptFilters search={search} />
      </search>
    </details>
  );
}

const without = (search: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== ''));

/** Names of the townships and programmes that a filter may mean. */
function useNames() {
  const { tell } = useTexts();
  const { data: session } = useSession();
  const county = session ? countyOf(session.area.code) : '';
  const areas = useAsked('listAreas', {});
  const programmes = useAsked('listProgrammes', { query: { county } }, county.length === 6);
  return {
    townships: (areas.data?.items ?? [])
      .filter(({ level }) => level === 'township')
      .map(({ code, name }) => [code, name] as const),
    programmes: (programmes.data?.items ?? []).map(({ code, name }) => [code, tell(name)] as const),
  };
}
