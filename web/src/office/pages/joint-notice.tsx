import { useParams } from '@tanstack/react-router';
import type { JointNoticeDetail } from '../../../../domain/schemas/joint-notice.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Deadline, Moment } from '../../common/parts/moment.js';
import { AtBoard } from '../boards/at-board.js';
import { BoardRecord } from '../boards/board-record.js';
import { Facts } from '../parts/facts.js';
import { useMayFor } from '../parts/use-may.js';
import { useTitle } from '../parts/use-title.js';
import { Acted } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';

/** One notice of several cases: posting it and taking it down, each recorded once for all of them. */
export function JointNoticePage() {
  const { no } = useParams({ from: '/joint-notices/$no' });
  useTitle(no);
  return (
    <Loaded query={useAsked('getJointNotice', { params: { no } })}>{(notice) => <Notice {...{ notice }} />}</Loaded>
  );
}

function Notice({ notice }: { readonly notice: JointNoticeDetail }) {
  const { t, tell } = useTexts();
  const may = useMayFor('townshipVerifier');
  const { no, area, step, postedBy, takenDownBy, postedAt, closesAt, carried } = notice;
  return (
    <>
      <h1>{no}</h1>
      <Facts
        facts={{
          [t('jointNotices.step')]: <strong>{tell(step)}</strong>,
          [t('jointNotices.area')]: area.name,
          [t('jointNotices.bundle')]: notice.bundleNo,
          [t('jointNotices.households')]: notice.households,
          [t('jointNotices.published')]: <Moment at={notice.publishedAt} />,
          [t('jointNotices.posted')]: postedAt && <Moment at={postedAt} />,
          [t('jointNotices.postedBy')]: postedBy && <Acted who={[postedBy]} />,
          [t('jointNotices.closes')]: closesAt && <Deadline at={closesAt} />,
          [t('jointNotices.takenDownBy')]: takenDownBy && <Acted who={[takenDownBy]} />,
          [t('jointNotices.carriedPosted')]: postedAt && carried.posted,
          [t('jointNotices.carriedTakenDown')]: takenDownBy && carried.takenDown,
          [t('jointNotices.refused')]: carried.refused > 0 && carried.refused,
        }}
      />
      <p className="ways">
        <a href={`/notices/${no}`} target="_blank" rel="noreferrer">
          {t('jointNotices.read')}
        </a>
        <a href={`/notices/sheet?area=${area.code}`} target="_blank" rel="noreferrer">
          {t('jointNotices.print')}
        </a>
      </p>
      <BoardRecord title={t('jointNotices.posting')} record={notice.posting} />
      <BoardRecord title={t('jointNotices.takingDown')} record={notice.takingDown} />
      {may && <AtBoard notice={notice} />}
    </>
  );
}
