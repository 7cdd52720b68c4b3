import { useState } from 'react';
import { Assignment } from '../../../../domain/schemas/desk.js';
import type { TaskView } from '../../../../domain/schemas/task.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { ActForm } from '../form/act-form.js';
import { useTexts } from '../texts/use-texts.js';

const MOST = 100;

interface Shown {
  readonly task: Pick<TaskView, 'id' | 'claimedBy'>;
}

/** 改派: giving a task to somebody else who may do it. */
export function Reassign({ task }: Shown) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('overview.assign')}</summary>
      {open && <Choose task={task} />}
    </details>
  );
}

function Choose({ task: { id, claimedBy } }: Shown) {
  const { t } = useTexts();
  const officials = useAsked('listOfficials', { query: { task: id, limit: MOST } });
  return (
    <Loaded query={officials}>
      {({ items }) => {
        const others = items.filter((official) => official.id !== claimedBy?.id);
        if (others.length === 0) return <p className="none">{t('overview.nobodyElse')}</p>;
        return (
          <ActForm
            act="assignTask"
            params={{ id }}
            schema={Assignment}
            fields={[
              {
                ...{ name: 'officialId', kind: 'select', label: t('overview.assignTo') },
                options: others.map((official) => [official.id, `${official.name}（${official.office}）`] as const),
              },
            ]}
            submit={t('overview.assign')}
            done={() => t('overview.assigned')}
          />
        );
      }}
    </Loaded>
  );
}
