import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { useTexts } from '../texts/use-texts.js';
import { Deadline } from './moment.js';

/** Who has a case now and until when; at a public notice, until when anybody may object. */
export function Awaited({ view: { awaits, openNotice } }: { readonly view: CaseView }) {
  return awaits.map((awaited) => (
    <p key={awaited.stage.code} className="good">
      {awaited.stage.code === 'publicNotice' && openNotice?.closesAt != null ? (
        <Notice closesAt={openNotice.closesAt} open={openNotice.open} awaited={awaited} />
      ) : (
        <Handled awaited={awaited} />
      )}
    </p>
  ));
}

interface Shown {
  readonly awaited: CaseView['awaits'][number];
}

function Handled({ awaited }: Shown) {
  const { t, tell } = useTexts();
  const { stage, role, who } = awaited;
  return (
    <>
      {role.code === 'household'
        ? t('case.awaitsYou', { stage: tell(stage) })
        : t('case.awaits', { stage: tell(stage), role: tell(who) })}{' '}
      <Until awaited={awaited} />
    </>
  );
}

/** Objections are taken until the notice closes; only then does the office have to take it down. */
function Notice({ closesAt, open, awaited }: Shown & { readonly closesAt: string; readonly open: boolean }) {
  const { t, tell } = useTexts();
  return (
    <>
      {t(open ? 'case.noticeUntil' : 'case.noticeOver')} <Deadline at={closesAt} />
      {t(open ? 'case.noticeThen' : 'case.noticeNow', { role: tell(awaited.who) })} <Until awaited={awaited} />
    </>
  );
}

function Until({ awaited: { dueAt, overdue } }: Shown) {
  const { t } = useTexts();
  return (
    <>
      {dueAt !== null && (
        <>
          {t('case.until')} <Deadline at={dueAt} />
        </>
      )}{' '}
      {overdue && <span className="tag wait">{t('case.overdue')}</span>}
    </>
  );
}
