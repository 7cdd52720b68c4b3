import { Programme } from '../../domain/schemas/programme.js';
import type { Handler } from '../handler.js';
import { invalid } from '../problem.js';
import { draftOf } from '../queries/programme-versions.js';
import { villageTypes, WORTH_SELECT, worthOf } from '../queries/programme-worth.js';

export const previewProgramme: Handler<'previewProgramme'> = async ({ who, params, body }, { db }) => {
  const draft = await draftOf(db, who, params.id);
  const { countyCode, code } = draft;
  const begun = { countyCode, code, opensAt: { lte: new Date() } };
  const row = await db.programme.findFirst({ where: begun, orderBy: { version: 'desc' } });
  const [then, now] = [Programme.parse(draft.body), row && Programme.parse(row.body)];
  const { registerNos, quantity } = body;
  const where = { registerNo: { in: registerNos }, villageCode: { startsWith: countyCode } };
  const households = await db.household.findMany({ where, select: WORTH_SELECT });
  const known = new Map(households.map((household) => [household.registerNo, household]));
  const strangers = registerNos.flatMap((registerNo, index) =>
    known.has(registerNo)
      ? []
      : [
          {
            field: `registerNos.${index}`,
            zh: `${registerNo}：本县名册没有这个户编号`,
            en: `${registerNo}: no household of the county has this number`,
          },
        ],
  );
  if (strangers.length > 0) throw invalid(strangers);
  const villages = await villageTypes(db, countyCode);
  const lines = registerNos.map((registerNo) => {
    const household = known.get(registerNo)!;
    const by = (programme: Programme) => worthOf(programme, household, villages, quantity);
    return { registerNo, now: now && by(now), drafted: by(then) };
  });
  return { status: 200, body: { households: lines } };
};
