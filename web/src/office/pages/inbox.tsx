import { useSearch } from '@tanstack/react-router';
import { Filters } from '../inbox/filters.js';
import { InboxTabs } from '../inbox/tabs.js';
import { InboxTable } from '../inbox/table.js';
import { queryOf } from '../inbox/search.js';
import { AwaitedFindings } from '../parts/awaited-findings.js';
import { Paged } from '../parts/paged.js';
import { usePages } from '../../common/calls/pages.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** What there is to do: mine, my group's, what is overdue. */
export function InboxPage() {
  const { t } = useTexts();
  const search = useSearch({ from: '/' });
  const tasks = usePages('listTasks', { query: queryOf(search) });
  useTitle(t('rooms.inbox'));
  return (
    <>
      <h1>{t('rooms.inbox')}</h1>
      <AwaitedFindings />
      <InboxTabs search={search} counts={tasks.data?.pages[0]?.counts} />
      <Filters search={search} />
      <Paged pages={tasks} empty={t('inbox.none')}>
        {(items) => <InboxTable tasks={items} />}
      </Paged>
    </>
  );
}
