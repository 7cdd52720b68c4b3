import type { Express, Request } from 'express';
import { CountyCode } from '../../../domain/schemas/common.js';
import type { Deps } from '../../deps.js';
import { found } from '../../problem.js';
import { counties } from '../../queries/area-trail.js';
import { countyOr } from '../../queries/programmes.js';
import { fundRows } from '../../queries/transparency/funds.js';
import { projectRows } from '../../queries/transparency/projects.js';
import { reviewRows } from '../../queries/transparency/reviews.js';
import { type CountyYear, yearOf } from '../../queries/transparency/year.js';
import { sheetFile } from '../../sheets/sheet-file.js';
import { fundSheet, projectSheet, reviewSheet } from '../../sheets/transparency-sheets.js';
import { areaName } from '../../../prisma/areas.js';
import type { Db } from '../../../prisma/client.js';
import type { Sheet } from '../../sheets/sheet.js';
import { sendPage } from '../send-page.js';
import { transparency } from './page.js';

const TABLES = {
  funds: async (db: Db, asked: CountyYear) => fundSheet(await fundRows(db, asked), new Date().toISOString()),
  projects: async (db: Db, asked: CountyYear) => projectSheet(await projectRows(db, asked)),
  reviews: async (db: Db, asked: CountyYear) => reviewSheet(await reviewRows(db, asked)),
} as const satisfies Record<string, (db: Db, asked: CountyYear) => Promise<Sheet>>;

/** A county's money, projects and results of a year: a page, and tables to keep. */
export function mountTransparency(app: Express, { db, settings }: Deps): void {
  const { demonstration } = settings;

  app.get('/transparency', async (request, response) => {
    const asked = await askedOf(request);
    const { county, year } = asked;
    const at = new Date().toISOString();
    const body = transparency({
      ...{ year, at, years: await yearsOf(county, year), counties: await counties(db) },
      county: { code: county, name: await areaName(db, county) },
      ...{ funds: await fundRows(db, asked), projects: await projectRows(db, asked) },
      reviews: await reviewRows(db, asked),
    });
    sendPage(response, { title: ['资金和结果公开', 'Money and results'], demonstration, body });
  });

  app.get('/transparency/:table', async (request, response) => {
    const [, name, format] = found(/^(funds|projects|reviews)\.(xlsx|csv)$/.exec(request.params.table));
    const asked = await askedOf(request);
    const sheet = await TABLES[name as keyof typeof TABLES](db, asked);
    const file = await sheetFile(sheet, `${asked.county}-${asked.year}-${name}`, format === 'csv' ? 'csv' : 'xlsx');
    response.setHeader('Cache-Control', 'no-store');
    response.attachment(file.name).type(file.contentType).send(file.bytes);
  });

  /** @throws Refused NOT_FOUND for a county that does not work with the system */
  async function askedOf({ query }: Request): Promise<CountyYear> {
    const given = CountyCode.optional().catch(undefined).parse(query.county);
    const year = Number(query.year);
    const isYear = Number.isInteger(year) && year >= 2000 && year <= 2100;
    return { county: await countyOr(db, given), year: isYear ? year : yearOf(new Date()) };
  }

  /** Those in which something was allotted, the one that it is, and the one asked for; the newest first. */
  async function yearsOf(countyCode: string, asked: number): Promise<number[]> {
    const rows = await db.allotment.findMany({
      where: { countyCode },
      distinct: ['fiscalYear'],
      select: { fiscalYear: true },
    });
    const years = new Set([...rows.map(({ fiscalYear }) => fiscalYear), yearOf(new Date()), asked]);
    return [...years].toSorted((a, b) => b - a);
  }
}
