import { Link, useSearch } from '@tanstack/react-router';
import { Filters } from '../inbox/filters.js';
import { InboxTabs } from '../inbox/tabs.js';
import { InboxTable } from '../inbox/table.js';
import { queryOf } from '../inbox/search.js';
import { AwaitedFindings } from '../parts/awaited-findings.js';
import { Paged } from '../parts/paged.js';
import { usePages } from '../../common/calls/pages.js';
import { useSession } from '../../common/session.js';
import { useTitle } from '../parts/use-title.js';
import { StandingIn } from '../substitutes/standing-in.js';
import { useTexts } from '../texts/use-texts.js';

/** What there is to do; whoever looks after the system sees no cases, and is told where his rooms are. */
export function InboxPage() {
  const { t } = useTexts();
  const { data: session } = useSession();
  const isKeeper = session?.roles.every((role) => role === 'administrator') ?? false;
  if (!isKeeper) return <Inbox />;
  return (
    <>
      <h1>{t('frame.brand')}</h1>
      <p className="none">
        {t('staff.noInbox')} <Link to="/staff">{t('rooms.staff')}</Link>
      </p>
    </>
  );
}

/** Mine, my group's, what is overdue. */
function Inbox() {
  const { t } = useTexts();
  const search = useSearch({ from: '/' });
  const tasks = usePages('listTasks', { query: queryOf(search) });
  useTitle(t('rooms.inbox'));
  return (
    <>
      <h1>{t('rooms.inbox')}</h1>
      <AwaitedFindings />
      <StandingIn />
      <InboxTabs search={search} counts={tasks.data?.pages[0]?.counts} />
      <Filters search={search} />
      <Paged
        pages={tasks}
        empty={t(Object.keys(search).some((name) => name !== 'sort') ? 'inbox.none' : 'inbox.nothing')}
      >
        {(items) => <InboxTable tasks={items} />}
      </Paged>
    </>
  );
}
