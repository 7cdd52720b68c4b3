import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { TaskView } from '../../../../domain/schemas/task.js';
import { Deadline } from '../../common/parts/moment.js';
import { Listing } from '../parts/listing.js';
import { Yuan } from '../parts/money.js';
import { useTexts } from '../texts/use-texts.js';
import { Bulk } from './bulk.js';
import { placeOf } from './place-of.js';

/** Tasks, each a link to its page; several can be taken, or decided, at once. */
export function InboxTable({ tasks }: { readonly tasks: readonly TaskView[] }) {
  const { t, tell } = useTexts();
  const [chosen, setChosen] = useState<readonly TaskView[]>([]);
  const choose = (task: TaskView, on: boolean) =>
    setChosen((now) => (on ? [...now, task] : now.filter(({ id }) => id !== task.id)));
  const isChosen = (id: string) => chosen.some((task) => task.id === id);
  return (
    <>
      <Bulk tasks={chosen} onDone={setChosen} />
      <Listing
        caption={t('rooms.inbox')}
        rows={tasks}
        keyOf={({ id }) => id}
        columns={[
          {
            name: t('inbox.choose'),
            show: (task) => (
              <label className="choice">
                <input
                  type="checkbox"
                  checked={isChosen(task.id)}
                  onChange={({ target }) => choose(task, target.checked)}
                />
                <span className="hidden">{t('inbox.chooseOne', { caseNo: task.no })}</span>
              </label>
            ),
          },
          {
            name: t('inbox.number'),
            show: (task) => <Link to={placeOf(task)}>{task.no}</Link>,
          },
          { name: t('inbox.stage'), show: ({ stage }) => tell(stage) },
          { name: t('inbox.programme'), show: ({ programme }) => tell(programme) },
          { name: t('inbox.village'), show: ({ village }) => village.name },
          { name: t('inbox.quantity'), show: ({ quantityText }) => tell(quantityText), number: true },
          {
            name: t('inbox.amount'),
            show: ({ amountFen }) => amountFen !== null && <Yuan fen={amountFen} />,
            number: true,
          },
          { name: t('inbox.due'), show: (task) => <Due task={task} /> },
          { name: t('inbox.state'), show: (task) => <State task={task} /> },
        ]}
      />
    </>
  );
}

function Due({ task: { dueAt, overdue } }: { readonly task: TaskView }) {
  const { t } = useTexts();
  return (
    <>
      {dueAt && <Deadline at={dueAt} />} {overdue && <span className="tag wait">{t('task.overdue')}</span>}
    </>
  );
}

function State({ task: { claimedBy, awaitsSecondSignature } }: { readonly task: TaskView }) {
  const { t } = useTexts();
  return (
    <>
      {claimedBy?.name ?? t('inbox.free')}{' '}
      {awaitsSecondSignature && <span className="tag">{t('inbox.awaitsSecond')}</span>}
    </>
  );
}
