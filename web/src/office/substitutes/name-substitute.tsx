import { useState } from 'react';
import { NewSubstitution } from '../../../../domain/schemas/substitution.js';
import { shanghaiDate } from '../../../../domain/rules/working-days.js';
import { useAsked } from '../../common/calls/query.js';
import { SelectField } from '../../common/form/field.js';
import { Loaded } from '../../common/parts/loaded.js';
import { ActForm } from '../form/act-form.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';

const MOST = 100;

/** Naming a substitute: for oneself; a supervisor also for somebody who can't. */
export function NameSubstitute() {
  const { t } = useTexts();
  const supervises = useMay('countySupervisor');
  const [absent, setAbsent] = useState('');
  return (
    <details>
      <summary>{t('substitutes.name')}</summary>
      {supervises && <Absent absent={absent} onChoose={setAbsent} />}
      <Choose key={absent} absentId={absent === '' ? undefined : absent} />
    </details>
  );
}

interface Absence {
  readonly absent: string;
  readonly onChoose: (id: string) => void;
}

function Absent({ absent, onChoose }: Absence) {
  const { t } = useTexts();
  const { data } = useAsked('listOfficials', { query: { limit: MOST } });
  const officials = (data?.items ?? []).filter(({ active }) => active);
  return (
    <SelectField
      label={t('substitutes.absent')}
      hint={t('substitutes.absentHint')}
      value={absent}
      onChange={({ target }) => onChoose(target.value)}
      options={officials.map(({ id, name, office }) => [id, `${name}（${office}）`] as const)}
    />
  );
}

function Choose({ absentId }: { readonly absentId: string | undefined }) {
  const { t, tell, list } = useTexts();
  const [today] = useState(() => shanghaiDate(Date.now()));
  const colleagues = useAsked('listColleagues', { query: { limit: MOST, ...(absentId && { of: absentId }) } });
  return (
    <Loaded query={colleagues}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="none">{t('substitutes.nobody')}</p>
        ) : (
          <ActForm
            act="nameSubstitute"
            schema={NewSubstitution}
            fixed={absentId ? { absentId } : {}}
            fields={[
              {
                ...{ name: 'substituteId', kind: 'select', label: t('substitutes.substitute') },
                hint: t('substitutes.substituteHint'),
                options: items.map(({ id, name, roles }) => [id, `${name}（${list(roles.map(tell))}）`] as const),
              },
              { name: 'fromDay', kind: 'date', label: t('substitutes.from'), initial: today },
              { name: 'untilDay', kind: 'date', label: t('substitutes.until'), hint: t('substitutes.untilHint') },
              { name: 'words', kind: 'text', label: t('substitutes.words'), hint: t('substitutes.wordsHint') },
            ]}
            submit={t('substitutes.name')}
            done={({ substitute }) => t('substitutes.named', { name: substitute.name })}
          />
        )
      }
    </Loaded>
  );
}
