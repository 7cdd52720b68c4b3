import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { JOINT_STEPS, type JointStep } from '../../../../domain/schemas/joint-notice.js';
import { JOINT_STEP_NAMES } from '../../../../domain/texts/bundles.js';
import { SelectField } from '../../common/form/field.js';
import { Deadline, Moment } from '../../common/parts/moment.js';
import { ListPage } from '../parts/list-page.js';
import { useTexts } from '../texts/use-texts.js';

/** 集中公示: the notices of several cases: which to post on the village board, which to take down. */
export function JointNoticesPage() {
  const { t, tell } = useTexts();
  const [step, setStep] = useState<JointStep | ''>('');
  const steps = JOINT_STEPS.map((each) => [each, tell(JOINT_STEP_NAMES[each])] as const);
  return (
    <ListPage
      room="jointNotices"
      id="listJointNotices"
      asked={{ query: step === '' ? {} : { step } }}
      keyOf={({ no }) => no}
      empty={t('jointNotices.none')}
      columns={[
        {
          name: t('jointNotices.no'),
          show: ({ no }) => (
            <Link to="/joint-notices/$no" params={{ no }}>
              {no}
            </Link>
          ),
        },
        { name: t('jointNotices.area'), show: ({ area }) => area.name },
        { name: t('jointNotices.step'), show: (notice) => tell(notice.step) },
        { name: t('jointNotices.households'), show: ({ households }) => households, number: true },
        { name: t('jointNotices.published'), show: ({ publishedAt }) => <Moment at={publishedAt} /> },
        { name: t('jointNotices.closes'), show: ({ closesAt }) => closesAt && <Deadline at={closesAt} /> },
      ]}
    >
      <SelectField
        label={t('jointNotices.step')}
        value={step}
        onChange={({ target }) => setStep(target.value as JointStep | '')}
        options={[['', t('inbox.any')], ...steps]}
      />
    </ListPage>
  );
}
