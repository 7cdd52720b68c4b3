import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import {
  BUNDLE_ROW_STATES,
  type BundleRowState,
  type BundleState,
  isBeforeItsCases,
} from '../../../../domain/rules/bundle-states.js';
import type { BundleDetail, BundleRowView } from '../../../../domain/schemas/bundle.js';
import { BUNDLE_ROW_STATE_NAMES } from '../../../../domain/texts/bundles.js';
import { useAct } from '../../common/calls/act.js';
import { usePages } from '../../common/calls/pages.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { Listing } from '../parts/listing.js';
import { Narrow } from '../parts/narrow.js';
import { Paged } from '../parts/paged.js';
import { Yuan } from '../parts/money.js';
import { useTexts } from '../texts/use-texts.js';
import { RowPapers } from './row-papers.js';
import { useDrawsUp } from './use-draws-up.js';

const PAGE = 50;

/** The households of a bundle, each with what became of it. */
export function BundleRows({ bundle }: { readonly bundle: BundleDetail }) {
  const { t, tell } = useTexts();
  const [state, setState] = useState<BundleRowState>();
  const { no, programme } = bundle;
  const draws = useDrawsUp(bundle);
  const isDrafting = bundle.state.code === 'drafting';
  const removable = draws && (isDrafting || isBeforeItsCases(bundle.state.code as BundleState));
  const pages = usePages('listBundleRows', { params: { no }, query: { state, limit: PAGE } });
  return (
    <>
      <Narrow
        label={t('money.state')}
        value={state}
        onChange={setState}
        options={BUNDLE_ROW_STATES.map((each) => [each, tell(BUNDLE_ROW_STATE_NAMES[each])])}
      />
      <Paged pages={pages} empty={t('bundles.noRows')}>
        {(rows) => (
          <Listing
            caption={t('bundles.rows')}
            rows={rows}
            keyOf={({ position }) => String(position)}
            columns={[
              { name: t('bundles.position'), show: ({ position }) => position, number: true },
              { name: t('household.registerNo'), show: ({ registerNo }) => registerNo },
              { name: t('task.head'), show: ({ applicant }) => applicant },
              { name: t('task.village'), show: ({ village }) => village.name },
              {
                name: t('inbox.quantity'),
                show: ({ quantityText }) => quantityText && tell(quantityText),
                number: true,
              },
              {
                name: t('money.amount'),
                show: ({ amountFen }) => (amountFen === null ? null : <Yuan fen={amountFen} />),
                number: true,
              },
              { name: t('bundles.consentedOn'), show: ({ consentedOn }) => consentedOn },
              { name: t('money.state'), show: (row) => <State row={row} /> },
              {
                name: t('inbox.case'),
                show: ({ caseNo }) =>
                  caseNo && (
                    <Link to="/cases/$caseNo" params={{ caseNo }}>
                      {caseNo}
                    </Link>
                  ),
              },
              ...(removable
                ? [
                    {
                      name: t('bundles.toDo'),
                      show: ({ position, applicationId }: BundleRowView) => (
                        <>
                          {isDrafting && <RowPapers {...{ applicationId, programmeCode: programme.code }} />}
                          <TakeOut {...{ no, position }} />
                        </>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Paged>
    </>
  );
}

function State({ row: { state, stage, findings } }: { readonly row: BundleRowView }) {
  const { tell } = useTexts();
  return (
    <>
      {tell(state)}
      {stage && <span className="line">{tell(stage)}</span>}
      {findings.map((finding) => (
        <span key={finding.code} className="line">
          <span className={finding.severity === 'blocking' ? 'tag bad' : 'tag wait'}>{tell(finding)}</span>
        </span>
      ))}
    </>
  );
}

/** Asked twice: it is not undone but by entering the household again. */
function TakeOut({ no, position }: { readonly no: string; readonly position: number }) {
  const { t } = useTexts();
  const act = useAct('removeBundleRow');
  return (
    <details>
      <summary>{t('bundles.takeOut')}</summary>
      {act.error && <ProblemBox error={act.error} />}
      <button
        type="button"
        className="second small"
        disabled={act.isPending}
        onClick={() => act.mutate({ params: { no, position } })}
      >
        {t('bundles.takeOutSure', { position })}
      </button>
    </details>
  );
}
