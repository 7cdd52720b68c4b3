import { Link } from '@tanstack/react-router';
import { NewArea, NewOfficial } from '../../../../domain/schemas/staff.js';
import { ActForm } from '../form/act-form.js';
import { ListPage } from '../parts/list-page.js';
import { useSession } from '../../common/session.js';
import { ChangeOfficial } from '../staff/change-official.js';
import { usePostFields } from '../staff/post-fields.js';
import { useTexts } from '../texts/use-texts.js';

/** Accounts of officials: entering one, changing posts, closing accounts, giving passwords; areas. */
export function StaffPage() {
  const { t, tell, list } = useTexts();
  const own = useSession().data?.identity.id;
  return (
    <ListPage
      room="staff"
      id="listStaff"
      keyOf={({ id }) => id}
      empty={t('staff.none')}
      columns={[
        { name: t('people.name'), show: ({ name }) => name },
        { name: t('staff.login'), show: ({ login }) => login },
        { name: t('people.office'), show: ({ office }) => office.name },
        { name: t('people.area'), show: ({ area }) => area.name },
        { name: t('people.roles'), show: ({ roles }) => list(roles.map(tell)) },
        { name: t('people.active'), show: ({ active }) => t(active ? 'people.on' : 'people.off') },
        {
          name: t('bundles.toDo'),
          show: (official) => (official.id === own ? t('staff.own') : <ChangeOfficial official={official} />),
        },
      ]}
    >
      <p>
        <Link to="/offices">{t('rooms.offices')}</Link>
      </p>
      <Enter />
      <EnterArea />
    </ListPage>
  );
}

function Enter() {
  const { t } = useTexts();
  const post = usePostFields();
  return (
    <details className="filters">
      <summary>{t('staff.enter')}</summary>
      <ActForm
        act="enterOfficial"
        schema={NewOfficial}
        fields={[{ name: 'login', kind: 'text', label: t('staff.login'), hint: t('staff.loginHint') }, ...post]}
        submit={t('staff.enter')}
        done={({ login }) => t('staff.entered', { login })}
      />
    </details>
  );
}

function EnterArea() {
  const { t } = useTexts();
  return (
    <details className="filters">
      <summary>{t('staff.enterArea')}</summary>
      <ActForm
        act="enterArea"
        schema={NewArea}
        fields={[
          { name: 'code', kind: 'text', label: t('staff.areaCode'), hint: t('staff.areaHint') },
          { name: 'name', kind: 'text', label: t('staff.areaName') },
        ]}
        submit={t('staff.enterArea')}
        done={({ name }) => t('staff.areaEntered', { name })}
      />
    </details>
  );
}
