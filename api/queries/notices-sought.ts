import { countyOf } from '../../domain/rules/county-of.js';
import type { Bilingual } from '../../domain/schemas/common.js';
import type { NoticeQuery } from '../../domain/schemas/notice-view.js';
import type { Prisma, Tx } from '../../prisma/client.js';

export type Sought = Omit<NoticeQuery, 'cursor' | 'limit'>;
type Where = Prisma.PublicationWhereInput;

/** More places of one name are hardly meant. */
const MOST_PLACES = 50;

/** Which notices are sought; what was withdrawn is never among them. */
export async function noticesSought(tx: Tx, { area, state, programme, q }: Sought): Promise<Where> {
  const words = q?.normalize('NFKC').trim() ?? '';
  return {
    withdrawnAt: null,
    ...(area !== undefined && { countyCode: countyOf(area) }),
    ...(state === 'open' && { closedAt: null }),
    ...(state === 'announced' && { closedAt: { not: null } }),
    AND: [
      area === undefined || area === countyOf(area) ? {} : within([area]),
      programme === undefined ? {} : ofProgrammes([programme]),
      words === '' ? {} : await matching(tx, words, area),
    ],
  };
}

/** About a household of one of these areas: of a single one its notice's area is its village, else its case says. */
const within = (codes: readonly string[]): Where => ({
  OR: codes.flatMap((code) => [
    { areaCode: { startsWith: code } },
    { bundleNo: { not: null }, entries: { some: { case: { areaCode: { startsWith: code } } } } },
  ]),
});

const ofProgrammes = (codes: readonly string[]): Where => ({
  entries: { some: { case: { programmeCode: { in: [...codes] } } } },
});

/** What somebody typed: the beginning of a notice's number, or part of the name of a place or programme. */
async function matching(tx: Tx, words: string, area: string | undefined): Promise<Where> {
  if (/^[\d-]{4,}(?:-?N\d*)?$/i.test(words)) return { no: { startsWith: words.toUpperCase() } };
  const places = await tx.area.findMany({
    where: {
      name: { contains: words, mode: 'insensitive' },
      ...(area !== undefined && { code: { startsWith: area } }),
    },
    select: { code: true },
    take: MOST_PLACES,
  });
  const programmes = await programmesNamed(tx, words, area && countyOf(area));
  return { OR: [within(places.map(({ code }) => code)), ofProgrammes(programmes)] };
}

/** The programmes of a county whose newest name has these words in it. */
async function programmesNamed(tx: Tx, words: string, countyCode: string | undefined): Promise<string[]> {
  const rows = await tx.programme.findMany({
    ...(countyCode !== undefined && { where: { countyCode } }),
    orderBy: [{ code: 'asc' }, { version: 'desc' }],
    distinct: ['code'],
    select: { code: true, body: true },
  });
  const has = ({ zh, en }: Bilingual) => `${zh} ${en}`.toLowerCase().includes(words.toLowerCase());
  return rows.filter(({ body }) => has((body as { name: Bilingual }).name)).map(({ code }) => code);
}
