import { BUNDLE_COLUMNS } from '../../../../domain/schemas/bundle-table.js';
import { type BundleDetail, BundleRowsBody } from '../../../../domain/schemas/bundle.js';
import type { Bilingual } from '../../../../domain/schemas/common.js';
import { EmptyBody } from '../../../../domain/schemas/household-step.js';
import type { ProgrammeGuide } from '../../../../domain/schemas/programme-view.js';
import { Loaded } from '../../common/parts/loaded.js';
import { ActForm } from '../form/act-form.js';
import { emptyRow, type FieldSpec, type Values } from '../form/fields.js';
import { UploadForm } from '../form/upload-form.js';
import { Rejections } from '../parts/rejections.js';
import { useGuide } from '../parts/use-guide.js';
import { useTexts } from '../texts/use-texts.js';
import { useRowSpec } from './row-spec.js';
import { useDrawsUp } from './use-draws-up.js';

interface Shown {
  readonly bundle: BundleDetail;
  readonly onSaid: (said: string) => void;
}

/** Households typed or by a table, and handing it in, as long as it is being drawn up. */
export function DrawUp({ bundle, onSaid }: Shown) {
  const guide = useGuide(bundle.programme.code);
  if (!useDrawsUp(bundle) || bundle.state.code !== 'drafting') return null;
  return <Loaded query={guide}>{(told) => <Forms {...{ bundle, onSaid, guide: told }} />}</Loaded>;
}

function Forms({ bundle: { no }, guide, onSaid }: Shown & { readonly guide: ProgrammeGuide }) {
  const { t, tell, list } = useTexts();
  const params = { no };
  const handedIn = ({ state }: { state: Bilingual }) => t('bundles.handedIn', { state: tell(state) });
  return (
    <>
      <details className="filters" open>
        <summary>{t('bundles.type')}</summary>
        <Typed {...{ no, guide }} />
      </details>
      <details className="filters">
        <summary>{t('bundles.table')}</summary>
        <p>
          <a href={TEMPLATE} download="bundle.csv">
            {t('bundles.template')}
          </a>
        </p>
        <UploadForm
          act="uploadBundleTable"
          asked={{ params, body: {} }}
          label={t('bundles.tableFile')}
          hint={t('bundles.tableHint', { columns: list(Object.values(BUNDLE_COLUMNS)) })}
          accept=".csv,.xlsx"
          submit={t('bundles.tableSend')}
          done={(told) => <Saved {...told} />}
        />
      </details>
      <ActForm
        act="submitBundle"
        {...{ params, schema: EmptyBody, fields: [] }}
        submit={t('bundles.submit')}
        done={handedIn}
        onDone={(told) => onSaid(handedIn(told))}
      />
    </>
  );
}

/** Opens in a spreadsheet as UTF-8. */
const TEMPLATE = `data:text/csv;charset=utf-8,${encodeURIComponent(`\u{FEFF}${Object.values(BUNDLE_COLUMNS).join(',')}\n`)}`;

interface Told {
  readonly saved: number;
  readonly rejected: number;
  readonly rejections: Parameters<typeof Rejections>[0]['rejections'];
}

function Saved({ saved, rejected, rejections }: Told) {
  const { t } = useTexts();
  return (
    <>
      <p>{t('bundles.saved', { number: saved })}</p>
      <Rejections rejected={rejected} rejections={rejections} />
    </>
  );
}

/** What was not taken stays in the form. */
function Typed({ no, guide }: { readonly no: string; readonly guide: ProgrammeGuide }) {
  const { t } = useTexts();
  const row = useRowSpec(guide);
  const rows: FieldSpec = { name: 'rows', kind: 'rows', label: t('bundles.rows'), fields: row };
  const spec = { ...rows, initial: [emptyRow(rows)] };
  return (
    <ActForm
      act="saveBundleRows"
      {...{ params: { no }, schema: BundleRowsBody, fields: [spec] }}
      submit={t('bundles.save')}
      done={(told) => <Saved {...told} />}
      left={({ rejections }, { rows: typed }) => {
        const wrong = new Set(rejections.map(({ line }) => line));
        const left = (typed as readonly Values[]).filter((_, index) => wrong.has(index + 1));
        return { rows: left.length > 0 ? left : spec.initial };
      }}
    />
  );
}
