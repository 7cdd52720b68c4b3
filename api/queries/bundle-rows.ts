import { DESK_FINDINGS, type DeskFindingCode } from '../../domain/rules/desk-findings.js';
import { maskName } from '../../domain/rules/masking.js';
import { measuredText } from '../../domain/rules/quantities.js';
import { DraftBody } from '../../domain/schemas/application-draft.js';
import type { BundleRowQuery, BundleRowView } from '../../domain/schemas/bundle.js';
import type { Programme } from '../../domain/schemas/programme.js';
import { BUNDLE_ROW_STATE_NAMES } from '../../domain/texts/bundles.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import type { Keyring } from '../../platform/keyring.js';
import { ofHousehold } from '../../prisma/applicant.js';
import { areaNames } from '../../prisma/areas.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import { openColumn } from '../../prisma/sealed.js';
import { coded } from './coded.js';
import { lineCursor, lineOf } from './line-position.js';
import { type Page, pageOf } from './page.js';

/** The head is the first member in the register. */
const head = { orderBy: { position: 'asc' }, take: 1, select: { nameSealed: true } } as const;
const withHousehold = {
  application: { include: { household: { include: { members: head } } } },
} as const satisfies Prisma.BundleRowInclude;
type Row = Prisma.BundleRowGetPayload<{ include: typeof withHousehold }>;

/** The households of a bundle, in the order of its lines. */
export async function bundleRowPage(
  tx: Tx,
  keyring: Keyring,
  programme: Programme,
  bundleNo: string,
  { cursor, limit, state }: BundleRowQuery,
): Promise<Page<BundleRowView>> {
  const rows = await tx.bundleRow.findMany({
    where: { bundleNo, position: { gt: lineOf(cursor) }, ...(state !== undefined && { state }) },
    include: withHousehold,
    orderBy: { position: 'asc' },
    take: limit + 1,
  });
  return pageOf(rows, limit, lineCursor, await rowViews(tx, keyring, programme, rows));
}

async function rowViews(
  tx: Tx,
  keyring: Keyring,
  { measure }: Programme,
  rows: readonly Row[],
): Promise<(row: Row) => BundleRowView> {
  const cases = await tx.case.findMany({
    where: { caseNo: { in: rows.flatMap(({ application }) => application.caseNo ?? []) } },
    select: { caseNo: true, stage: true, quantity: true, amountFen: true },
  });
  const caseOf = new Map(cases.map((row) => [row.caseNo, row]));
  const areas = await areaNames(
    tx,
    rows.map(({ application }) => ofHousehold(application).household.villageCode),
  );
  return ({ position, applicationId, consentedOn, state, findings, application }) => {
    const { caseNo, body, household } = ofHousehold(application);
    const opened = caseOf.get(caseNo ?? '');
    const quantity = opened?.quantity ?? DraftBody.parse(body).quantity ?? null;
    return {
      ...{ position, registerNo: household.registerNo, applicant: applicantOf(keyring, household), applicationId },
      ...{ village: areas(household.villageCode).village, consentedOn, caseNo },
      ...{ quantity, quantityText: quantity === null ? null : measuredText(measure, quantity) },
      amountFen: opened ? Number(opened.amountFen) : null,
      state: coded(BUNDLE_ROW_STATE_NAMES, state),
      findings: findings.map((code) => ({ code, ...DESK_FINDINGS[code as DeskFindingCode] })),
      stage: opened ? coded(STAGE_NAMES, opened.stage) : null,
    };
  };
}

function applicantOf(
  keyring: Keyring,
  { wrappedKey, members: [first] }: NonNullable<Row['application']['household']>,
): string {
  return first ? maskName(openColumn(keyring.unwrap(wrappedKey), 'memberName', first.nameSealed)) : '—';
}
