import { useState } from 'react';
import { GivenPassword, OfficialChange, type StaffView } from '../../../../domain/schemas/staff.js';
import { ActForm } from '../form/act-form.js';
import { useTexts } from '../texts/use-texts.js';
import { usePostFields } from './post-fields.js';

interface Shown {
  readonly official: StaffView;
}

/** Another post, another password, or a closed account; the forms are made when they are opened. */
export function ChangeOfficial({ official }: Shown) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('staff.change')}</summary>
      {open && (
        <>
          <Post official={official} />
          <Password official={official} />
        </>
      )}
    </details>
  );
}

function Post({ official }: Shown) {
  const { t } = useTexts();
  const post = usePostFields(official);
  const { id, active } = official;
  return (
    <ActForm
      act="changeOfficial"
      {...{ params: { id }, schema: OfficialChange }}
      fields={[...post, { name: 'active', kind: 'flag', label: t('staff.active'), initial: active }]}
      submit={t('staff.save')}
      done={() => t('staff.saved')}
    />
  );
}

function Password({ official: { id } }: Shown) {
  const { t } = useTexts();
  return (
    <ActForm
      act="givePassword"
      {...{ params: { id }, schema: GivenPassword }}
      fields={[{ name: 'password', kind: 'password', label: t('staff.password'), hint: t('staff.passwordHint') }]}
      submit={t('staff.give')}
      done={() => t('staff.given')}
    />
  );
}
