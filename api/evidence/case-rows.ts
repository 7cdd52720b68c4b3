import type { Act } from '../../domain/schemas/act.js';
import { atOnce, type Tx } from '../../prisma/client.js';
import { readBundles } from './of-bundle.js';

/** The rows of one case. */
export type CaseRows = ReturnType<Awaited<ReturnType<typeof readRows>>>;

/** Reads the rows of some cases, each table once, all as of one moment. */
export const readRows = async (db: Tx, caseNos: readonly string[]) => await atOnce(db, (tx) => readWithin(tx, caseNos));

async function readWithin(tx: Tx, caseNos: readonly string[]) {
  const where = { caseNo: { in: [...caseNos] } };
  const cases = await tx.case.findMany({ where });
  const households = cases.flatMap(({ householdId }) => householdId ?? []);
  const [
    entries,
    events,
    payments,
    signatures,
    objections,
    seals,
    papers,
    changes,
    setOffs,
    receipts,
    payees,
    findings,
  ] = await Promise.all([
    tx.logEntry.findMany({ where, orderBy: { id: 'asc' } }),
    tx.caseEvent.findMany({ where, orderBy: [{ strand: 'asc' }, { seq: 'asc' }] }),
    tx.payment.findMany({
      where,
      orderBy: { attempt: 'asc' },
      include: { words: true, ledger: { include: { entries: { include: { account: true } } } } },
    }),
    tx.actSignature.findMany({ where }),
    tx.objection.findMany({ where, select: { id: true, caseNo: true } }),
    tx.seal.findMany({ where, orderBy: { sealedAt: 'asc' } }),
    tx.paper.findMany({ where: { applicationId: { in: cases.map(({ applicationId }) => applicationId) } } }),
    tx.householdChange.findMany({
      where: { householdId: { in: households } },
      select: { id: true, householdId: true },
    }),
    tx.ledgerTransaction.findMany({
      where: { ...where, kind: 'setOff' },
      include: { entries: { include: { account: true } } },
    }),
    tx.recoveryReceipt.findMany({
      where: { OR: caseNos.map((caseNo) => ({ setOffAgainst: { startsWith: `${caseNo}-P` } })) },
    }),
    tx.payeeChoice.findMany({ where, orderBy: [{ chosenAt: 'asc' }, { no: 'asc' }] }),
    tx.auditFinding.findMany({ where, include: { acts: { orderBy: { at: 'asc' } } } }),
  ]);
  const entitledPayees = await tx.payeeChoice.findMany({
    where: { caseNo: { in: cases.flatMap(({ entitlementNo }) => entitlementNo ?? []) } },
  });
  const said = refsIn(events);
  const joint = await tx.bundlePaper.findMany({
    where: { bundleNo: { in: cases.flatMap(({ bundleNo }) => bundleNo ?? []) }, sha256: { in: papersIn(events) } },
  });
  const granting = [...caseNos, ...cases.flatMap(({ entitlementNo }) => entitlementNo ?? [])];
  const entitlements = await tx.entitlement.findMany({
    where: { caseNo: { in: granting } },
    include: { loanChanges: { orderBy: { at: 'asc' } }, grant: { select: { input: true } } },
  });
  const files = await tx.archiveFile.findMany({ where, include: { items: { orderBy: { no: 'asc' } } } });
  const notices = await tx.publication.findMany({
    where: { bundleNo: { not: null }, entries: { some: where } },
    include: { entries: { select: { caseNo: true }, orderBy: { caseNo: 'asc' } } },
    orderBy: { publishedAt: 'asc' },
  });
  const ofBundle = await readBundles(tx, cases);
  const words = await tx.words.findMany({ where: { OR: [where, { id: { in: said } }] } });
  const keys = await tx.household.findMany({
    where: { id: { in: households } },
    select: { id: true, wrappedKey: true },
  });
  const granted = new Map(entitlements.map((entitlement) => [entitlement.caseNo, entitlement]));
  const reviews = await tx.review.findMany({ where });
  const programmes = await tx.programme.findMany({
    where: { digest: { in: cases.map(({ programmeDigest }) => programmeDigest) } },
    select: { digest: true, body: true },
  });
  const rowOf = new Map(cases.map((row) => [row.caseNo, row]));
  return (caseNo: string) => {
    const row = rowOf.get(caseNo) ?? null;
    const own = <Row extends { caseNo: string | null }>(rows: readonly Row[]) =>
      rows.filter((one) => one.caseNo === caseNo);
    const ownSaid = new Set(refsIn(own(events)));
    const relied = papersIn(own(events));
    return {
      ...{ row, entries: own(entries), events: own(events), payments: own(payments), signatures: own(signatures) },
      ...{ objections: own(objections), seals: own(seals), setOffs: own(setOffs), payees: own(payees) },
      findings: own(findings),
      entitledPayees: entitledPayees.filter((one) => one.caseNo === row?.entitlementNo),
      ...{
        archive: own(files)[0] ?? null,
        review: own(reviews)[0],
        programme: programmes.find(({ digest }) => digest === row?.programmeDigest),
        granted: granted.get(caseNo),
        paidOf: granted.get(row?.entitlementNo ?? ''),
      },
      receipts: receipts.filter(({ setOffAgainst }) => setOffAgainst!.startsWith(`${caseNo}-P`)),
      papers: [
        ...papers.filter(({ applicationId }) => applicationId === row?.applicationId),
        // 集中公示: what was posted once for many is among the papers of their bundle; the others' are not told.
        ...joint.filter(({ bundleNo, sha256 }) => bundleNo === row?.bundleNo && relied.includes(sha256)),
      ],
      words: words.filter((one) => one.caseNo === caseNo || ownSaid.has(one.id)),
      wrappedKey: keys.find(({ id }) => id === row?.householdId)?.wrappedKey,
      ofBundle: ofBundle(row),
      notices: notices.filter(({ entries }) => entries.some((entry) => entry.caseNo === caseNo)),
      changes: changes.filter(({ householdId }) => householdId === row?.householdId),
    };
  };
}

/** Words that steps refer to. */
const refsIn = (events: readonly { body: unknown }[]): string[] =>
  events.flatMap((event) => actIn(event)?.words?.ref ?? []);

/** Papers that were relied on, by their digests. */
const papersIn = (events: readonly { body: unknown }[]): string[] =>
  events.flatMap((event) => [...(actIn(event)?.papers ?? [])]);

const actIn = ({ body }: { readonly body: unknown }) => (body as { act?: Partial<Act> }).act;
