import { archiveClass, archiveNumber } from '../../domain/rules/archive-number.js';
import { recordKind, type ArchiveTerm, type RecordKind, termEnds, termOf } from '../../domain/rules/archives.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { Outcome } from '../../domain/schemas/outcome.js';
import { catalogueDigest } from '../../prisma/archives.js';
import type { Tx } from '../../prisma/client.js';
import type { ArchiveFileModel as ArchiveFile, CaseModel as Case } from '../../prisma/generated/models.js';
import { log } from '../../prisma/log-entries.js';
import { policyNow, programmeVersion } from '../../prisma/rules-in-force.js';
import { nextSerial } from '../../prisma/serials.js';
import { type Piece, piecesOf } from './catalogue.js';

/**
 * 归档: a closed and sealed case gets its archive file with a number and a catalogue; one that has its file gets what
 * came in since, behind the rest. A case that was opened again waits for its next seal.
 */
export async function fileCase(tx: Tx, caseNo: string): Promise<void> {
  const row = await tx.case.findUniqueOrThrow({ where: { caseNo } });
  if (row.running || row.closedAt === null) return;
  const file = await tx.archiveFile.findUnique({ where: { caseNo } });
  if (file && file.state !== 'kept') return;
  const there = await tx.archiveItem.findMany({ where: { caseNo }, select: { kind: true, ref: true } });
  const known = new Set(there.map(({ kind, ref }) => `${kind}/${ref}`));
  const pieces = (await piecesOf(tx, row)).filter(({ kind, ref }) => !known.has(`${kind}/${ref}`));
  if (pieces.length === 0) return;
  const facts = await factsOf(tx, row);
  if (!file) await open(tx, row, facts);
  await add(tx, caseNo, there.length, pieces);
  await conclude(tx, caseNo, { ...facts, keptUntil: longer(file, facts.keptUntil) });
}

interface Facts {
  readonly kind: RecordKind;
  readonly term: ArchiveTerm;
  readonly closedOn: string;
  readonly keptUntil: string | null;
}

async function factsOf(tx: Tx, row: Case): Promise<Facts> {
  const { caseNo } = row;
  const review = await tx.review.findUnique({ where: { caseNo } });
  const followUp = await tx.followUp.findUnique({ where: { caseNo } });
  const ends = [row.closedAt, review?.closedAt, followUp?.closedAt].map((at) => at?.getTime() ?? 0);
  const closedOn = shanghaiDate(Math.max(...ends));
  const orders = await tx.payment.count({ where: { caseNo } });
  const { kind: outcome } = row.outcome as Outcome;
  const { workflow } = row.input as { workflow: string };
  const kind = recordKind({ workflow, given: orders > 0 || GIVEN.includes(outcome) });
  return { kind, term: termOf(kind), closedOn, keptUntil: termEnds(termOf(kind), closedOn) };
}

const GIVEN: readonly Outcome['kind'][] = ['completed', 'granted', 'notConfirmed', 'housedOtherwise'];

/** A number that was given stays, and with it the year and the term in it; no term becomes shorter. */
function longer(file: ArchiveFile | null, keptUntil: string | null): string | null {
  if (!file?.keptUntil || !keptUntil) return file ? file.keptUntil : keptUntil;
  return keptUntil > file.keptUntil ? keptUntil : file.keptUntil;
}

async function open(tx: Tx, row: Case, { kind, term, closedOn, keptUntil }: Facts): Promise<void> {
  const { caseNo, countyCode, areaCode, programmeCode, programmeDigest } = row;
  const fondsNo = await fondsOf(tx, countyCode);
  const classNo = archiveClass(Number(closedOn.slice(0, 4)), term);
  const fileNo = await nextSerial(tx, `archive/${countyCode}/${fondsNo}/${classNo}`);
  const { name } = await programmeVersion(tx, programmeDigest);
  await tx.archiveFile.create({
    data: {
      ...{
        caseNo,
        countyCode,
        areaCode,
        programmeCode,
        kind,
        term,
        closedOn,
        keptUntil,
        title: `${name.zh}办件${caseNo}`,
      },
      ...{ archiveNo: archiveNumber(fondsNo, classNo, fileNo), pieces: 0, catalogueSha256: '' },
    },
  });
}

/** As the policy has it that is in force today; the numbers that were given stay. */
async function fondsOf(tx: Tx, countyCode: string): Promise<string> {
  const policy = await policyNow(tx, countyCode);
  const { fondsNo } = await tx.county.findUniqueOrThrow({ where: { code: countyCode } });
  return policy?.body.archives?.fondsNo ?? fondsNo;
}

async function add(tx: Tx, caseNo: string, before: number, pieces: readonly Piece[]): Promise<void> {
  const data = pieces.map((piece, index) => ({ ...piece, caseNo, no: before + index + 1 }));
  await tx.archiveItem.createMany({ data });
}

async function conclude(tx: Tx, caseNo: string, { closedOn, keptUntil }: Facts): Promise<void> {
  const items = await tx.archiveItem.findMany({ where: { caseNo }, orderBy: { no: 'asc' } });
  const catalogueSha256 = catalogueDigest(items);
  const { archiveNo, kind, term, pieces } = await tx.archiveFile.update({
    where: { caseNo },
    data: { pieces: items.length, catalogueSha256, closedOn, keptUntil },
  });
  await log(tx, {
    ...{ kind: 'archived', caseNo, archiveNo, recordKind: kind, term, closedOn, keptUntil, pieces, catalogueSha256 },
  });
}
