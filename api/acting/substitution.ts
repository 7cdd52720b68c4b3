import type { NewSubstitution } from '../../domain/schemas/substitution.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import type { OfficialModel as Official, SubstitutionModel as Substitution } from '../../prisma/generated/models.js';
import { logSubstitution } from '../../prisma/log-substitution.js';
import { registerSigner } from '../../proof/signed-register.js';
import type { Deps } from '../deps.js';
import { found, invalid, Refused } from '../problem.js';
import { withinArea } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';
import { actsSigner } from './acts-signer.js';

type Ground = Pick<Deps, 'db' | 'keyring'>;

/** Whose absence it is: one's own; a supervisor may tell of somebody else's. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function absentOfficial(tx: Tx, who: OfficialWho, asked: string | undefined): Promise<Official> {
  const id = asked ?? who.id;
  if (id !== who.id && !who.roles.includes('countySupervisor')) throw new Refused('NOT_FOUND');
  const absent = found(await tx.official.findUnique({ where: { id, active: true } }));
  if (id !== who.id) withinArea(who, absent.areaCode);
  return absent;
}

/** Who may stand in for somebody: a colleague of the same office, whose own area holds the other's; he handles cases. */
export const mayStandInFor = ({ id, officeId, areaCode }: Official): Prisma.OfficialWhereInput => ({
  ...{ id: { not: id }, officeId, active: true },
  NOT: { roles: { equals: ['administrator'] } },
  areaCode: { in: [2, 4, 6, 9, 12].map((digits) => areaCode.slice(0, digits)) },
});

/**
 * 指定代理人. One substitute at a time: two would not know which of them acts.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, INVALID_INPUT
 */
export async function nameSubstitute(
  { db, keyring }: Ground,
  who: OfficialWho,
  { id, said }: { readonly id: string; readonly said: NewSubstitution },
): Promise<Substitution> {
  return await db.$transaction(async (tx) => {
    const absent = await absentOfficial(tx, who, said.absentId);
    await tx.$queryRaw`SELECT 1 FROM "Official" WHERE "id" = ${absent.id} FOR UPDATE`;
    const known = await tx.substitution.findUnique({ where: { id } });
    if (known) return known;
    const fit = { AND: [{ id: said.substituteId }, mayStandInFor(absent)] };
    if ((await tx.official.count({ where: fit })) === 0) throw invalid([UNFIT]);
    if (said.untilDay < shanghaiDate(Date.now())) throw invalid([PAST]);
    const { substituteId, fromDay, untilDay, words } = said;
    const meanwhile = { absentId: absent.id, endedAt: null, fromDay: { lte: untilDay }, untilDay: { gte: fromDay } };
    if ((await tx.substitution.count({ where: meanwhile })) > 0) throw invalid([ANOTHER]);
    const named = { absentId: absent.id, substituteId, namedById: who.id };
    return await logSubstitution(
      tx,
      registerSigner(actsSigner(keyring)),
      await tx.substitution.create({ data: { id, ...named, fromDay, untilDay, words } }),
    );
  });
}

const UNFIT = {
  field: 'substituteId',
  zh: '代理人须是同一单位、负责同一区域的其他工作人员，请另选',
  en: 'Somebody else of the same office, whose area holds the absent one’s: choose again',
};
const PAST = { field: 'untilDay', zh: '结束日期不能早于今天', en: 'It does not end before today' };
const ANOTHER = {
  field: 'fromDay',
  zh: '这段时间已指定代理人，请先结束原来的代理或改日期',
  en: 'Somebody is named for these days already: end that first, or choose other days',
};

/** Ended by whoever is absent, by whoever stands in, or by a supervisor. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function endSubstitution({ db, keyring }: Ground, who: OfficialWho, id: string): Promise<Substitution> {
  const row = found(await db.substitution.findUnique({ where: { id }, include: { absent: true } }));
  const isOwn = row.absentId === who.id || row.substituteId === who.id;
  if (!isOwn && !who.roles.includes('countySupervisor')) throw new Refused('NOT_FOUND');
  if (!isOwn) withinArea(who, row.absent.areaCode);
  return await db.$transaction(async (tx) => {
    const data = { endedAt: new Date(), endedById: who.id };
    const [ended] = await tx.substitution.updateManyAndReturn({ where: { id, endedAt: null }, data });
    if (!ended) return await tx.substitution.findUniqueOrThrow({ where: { id } });
    return await logSubstitution(tx, registerSigner(actsSigner(keyring)), ended);
  });
}
