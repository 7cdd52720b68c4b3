import type { Transition } from '../../domain/schemas/transition.js';
import type { PublicationModel as Publication } from '../../prisma/generated/models.js';
import { retractEntries, withdrawEntries } from '../../prisma/publications.js';
import { noticeBody } from './notice-body.js';
import type { RecordedCase } from './recorded-case.js';

type Of<K extends Transition['kind']> = Extract<Transition, { kind: K }>;

/** The publication a case is in now: the latest that was not replaced. */
export async function currentPublication({ tx, caseNo }: RecordedCase): Promise<Publication> {
  return await tx.publication.findFirstOrThrow({
    where: { entries: { some: { caseNo, withdrawnAt: null } } },
    orderBy: { publishedAt: 'desc' },
  });
}

/** 公示: online at once, or opened already with the others of its bundle; earlier rounds are no longer a proposal. */
export async function publish(file: RecordedCase, { publicationNo: no, at }: Of<'published'>): Promise<void> {
  const { tx, keyring, caseNo, row, programme } = file;
  await withdrawEntries(tx, caseNo, new Date(at), no);
  if (await tx.publicationEntry.findUnique({ where: { publicationNo_caseNo: { publicationNo: no, caseNo } } })) return;
  const { countyCode, areaCode, bundleNo } = row;
  const isJoint = bundleNo !== null && no.startsWith(bundleNo);
  await tx.publication.upsert({
    where: { no },
    create: { no, countyCode, areaCode, publishedAt: new Date(at), ...(isJoint && { bundleNo }) },
    update: {},
  });
  const body = await noticeBody(tx, keyring, await rowNow(file), programme);
  const position = 1 + (await tx.publicationEntry.count({ where: { publicationNo: no } }));
  await tx.publicationEntry.create({ data: { publicationNo: no, caseNo, position, body, toldAt: new Date(at) } });
}

/** 公告: online at once as a result, which takes no objections; reasons are not told. */
export async function announce(file: RecordedCase, { publicationNo, at }: Of<'announced'>): Promise<void> {
  const { tx, keyring, caseNo, row, programme } = file;
  const { countyCode, areaCode } = row;
  const closedAt = new Date(at);
  const entry = { caseNo, position: 1, body: await noticeBody(tx, keyring, await rowNow(file), programme), closedAt };
  await tx.publication.create({
    data: { no: publicationNo, countyCode, areaCode, publishedAt: closedAt, closedAt, entries: { create: entry } },
  });
}

/** A result that does not stand any more is taken off the public pages. */
export async function retract({ tx, caseNo }: RecordedCase, { outcome, at }: Of<'closed'>): Promise<void> {
  if (outcome.kind !== 'notConfirmed') return;
  await retractEntries(tx, caseNo, new Date(at));
}

/** The steps that are written together may have changed it since the first of them. */
const rowNow = ({ tx, caseNo }: RecordedCase) => tx.case.findUniqueOrThrow({ where: { caseNo } });

/** Whether the case stands in a publication that is posted and taken down once for all. */
export async function isPublishedTogether({ tx, caseNo }: RecordedCase): Promise<boolean> {
  const [entry] = await tx.publicationEntry.findMany({
    where: { caseNo, withdrawnAt: null },
    select: { publication: { select: { bundleNo: true } } },
    orderBy: { publication: { publishedAt: 'desc' } },
    take: 1,
  });
  return entry?.publication.bundleNo != null;
}

/** The village board: the term runs from the later of both. */
export async function post(file: RecordedCase, { act, at }: Of<'acted'>): Promise<void> {
  if (act.verdict !== 'posted') return;
  const { no } = await currentPublication(file);
  // Of several it is noted once, for all of them.
  await file.tx.publication.updateMany({ where: { no, postedAt: null }, data: { postedAt: new Date(at) } });
}

/** The closing time of the notice, once it is known. */
export async function date(file: RecordedCase, { stage }: Of<'entered'>, dueAt?: Date): Promise<void> {
  if (stage !== 'publicNotice' || !dueAt) return;
  const { no, closesAt } = await currentPublication(file);
  if (closesAt?.getTime() === dueAt.getTime()) return;
  await file.tx.publication.update({ where: { no }, data: { closesAt: dueAt } });
}

export async function objectionTold({ tx }: RecordedCase, { objectionId, at }: Of<'objected'>): Promise<void> {
  await tx.objection.updateMany({ where: { id: objectionId, toldAt: null }, data: { toldAt: new Date(at) } });
}

/** A reasoned written result for the objector. */
export async function settleObjection({ tx }: RecordedCase, { act, at }: Of<'acted'>): Promise<void> {
  if (act.stage !== 'objectionHearing') return;
  await tx.objection.update({
    where: { id: act.subject! },
    data: { settledAt: new Date(at), result: act.verdict, resultWordsId: act.words?.ref ?? null },
  });
}

/** What was proposed and not decided is taken off the public pages. */
export async function withdraw({ tx, caseNo }: RecordedCase, { at }: Transition): Promise<void> {
  await withdrawEntries(tx, caseNo, new Date(at));
}

/** A case that ends leaves no objector waiting: nothing is left to object to. */
export async function endObjections({ tx, caseNo }: RecordedCase, { at }: Of<'closed'>): Promise<void> {
  await tx.objection.updateMany({
    where: { caseNo, settledAt: null },
    data: { settledAt: new Date(at), result: 'caseEnded' },
  });
}
