import type { Programme } from '../../domain/schemas/programme.js';
import { standardText } from '../../domain/texts/standard.js';
import { maskName } from '../../domain/rules/masking.js';
import { measuredText, quantityText } from '../../domain/rules/quantities.js';
import type { Transition } from '../../domain/schemas/transition.js';
import type { NoticeBody } from '../../domain/schemas/notice.js';
import { areaNames } from '../../prisma/areas.js';
import { headOf } from '../../prisma/household.js';
import type { PublicationModel as Publication } from '../../prisma/generated/models.js';
import { retractEntries, withdrawEntries } from '../../prisma/publications.js';
import type { RecordedCase } from './recorded-case.js';

type Of<K extends Transition['kind']> = Extract<Transition, { kind: K }>;

/** The publication a case is in now: the latest that was not replaced. */
export async function currentPublication({ tx, caseNo }: RecordedCase): Promise<Publication> {
  return await tx.publication.findFirstOrThrow({
    where: { entries: { some: { caseNo, withdrawnAt: null } } },
    orderBy: { publishedAt: 'desc' },
  });
}

/** 公示: online at once; earlier rounds are no longer a proposal. */
export async function publish(file: RecordedCase, step: Of<'published'>): Promise<void> {
  const { tx, caseNo, row } = file;
  const { publicationNo: no, at } = step;
  await withdraw(file, step);
  const { countyCode, areaCode } = row;
  const entry = { caseNo, position: 1, body: await noticeBody(file) };
  await tx.publication.create({
    data: { no, countyCode, areaCode, publishedAt: new Date(at), entries: { create: entry } },
  });
}

/** 公告: online at once as a result, which takes no objections; reasons are not told. */
export async function announce(file: RecordedCase, { publicationNo, at }: Of<'announced'>): Promise<void> {
  const { tx, caseNo, row } = file;
  const { countyCode, areaCode } = row;
  const closedAt = new Date(at);
  const entry = { caseNo, position: 1, body: await noticeBody(file), closedAt };
  await tx.publication.create({
    data: { no: publicationNo, countyCode, areaCode, publishedAt: closedAt, closedAt, entries: { create: entry } },
  });
}

/** A result that does not stand any more is taken off the public pages. */
export async function retract({ tx, caseNo }: RecordedCase, { outcome, at }: Of<'closed'>): Promise<void> {
  if (outcome.kind !== 'notConfirmed') return;
  await retractEntries(tx, caseNo, new Date(at));
}

/** What everybody may read of it: masked here, once, whoever shows it. */
async function noticeBody({ tx, keyring, caseNo, row, programme }: RecordedCase): Promise<NoticeBody> {
  const { quantity, amountFen } = await tx.case.findUniqueOrThrow({ where: { caseNo } });
  const head = await headOf(tx, keyring, row.householdId);
  const { county, township, village } = (await areaNames(tx, [row.areaCode]))(row.areaCode);
  const office = await tx.office.findFirst({ where: { areaCode: row.countyCode, kind: 'povertyRelief' } });
  return {
    ...{ applicant: maskName(head.name), county: county.name, township: township.name, village: village.name },
    ...{ basis: programme.basis, amountFen: Number(amountFen), office: office?.name ?? county.name },
    ...whatFor(programme, quantity),
    ...(amountFen === 0n && { instead: IN_PLACE_OF_MONEY }),
  };
}

/** What the money is for; where that would tell of an illness or a disability, only that it is granted. */
function whatFor(programme: Programme, quantity: number) {
  const { name, noticeName, measure } = programme;
  if (noticeName) return { programme: noticeName, quantity: '1', unit: { zh: '户', en: 'household' } };
  return {
    ...{ programme: name, unit: measure.unit, quantity: quantityText(quantity, measure.scale) },
    ...{ quantityText: measuredText(measure, quantity), standard: standardText(programme) },
  };
}

const IN_PLACE_OF_MONEY = { zh: '以其他方式保障住房', en: 'Housed in another way' };

/** The village board: the term runs from the later of both. */
export async function post(file: RecordedCase, { act, at }: Of<'acted'>): Promise<void> {
  if (act.verdict !== 'posted') return;
  const { no } = await currentPublication(file);
  await file.tx.publication.update({ where: { no }, data: { postedAt: new Date(at) } });
}

/** The closing time of the notice, once it is known. */
export async function date(file: RecordedCase, { stage }: Of<'entered'>, dueAt?: Date): Promise<void> {
  if (stage !== 'publicNotice' || !dueAt) return;
  const { no } = await currentPublication(file);
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
