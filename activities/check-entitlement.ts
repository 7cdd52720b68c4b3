import { ofHousehold } from '../prisma/applicant.js';
import { type EndReason, whyEnded } from '../domain/rules/entitlement-ends.js';
import { effectOf } from '../domain/rules/life-events.js';
import { ageOn } from '../domain/rules/identity-number.js';
import { shanghaiDate } from '../domain/rules/working-days.js';
import type { Programme } from '../domain/schemas/programme.js';
import type { Keyring } from '../platform/keyring.js';
import type { Db, Prisma, Tx } from '../prisma/client.js';
import type { EntitlementModel, PayeeModel } from '../prisma/generated/models.js';
import { relatedOfficials } from '../prisma/kin.js';
import { statusOf } from '../prisma/life-events.js';
import { programmeVersion } from '../prisma/rules-in-force.js';
import { openColumn } from '../prisma/sealed.js';
import type { EntitlementCheck } from './contract.js';

const asChecked = {
  household: { include: { members: true } },
  entitlement: true,
  payee: true,
} satisfies Prisma.CaseInclude;
type Run = ReturnType<typeof ofHousehold<Prisma.CaseGetPayload<{ include: typeof asChecked }>>>;

/** Whether the entitlement that a run pays still holds, as the register has it now. Asked again, it looks again. */
export async function checkEntitlement(
  { db, keyring }: { readonly db: Db; readonly keyring: Keyring },
  caseNo: string,
): Promise<EntitlementCheck> {
  const found = await db.case.findUniqueOrThrow({ where: { caseNo }, include: asChecked });
  if (found.payee) return { ...ofCollective(found.payee, found.entitlement), changes: [], recused: [] };
  const row = ofHousehold(found);
  const programme = await programmeVersion(db, row.programmeDigest);
  const end = endOf(keyring, row, programme);
  return {
    ...(end && { end }),
    changes: end ? [] : await unseenChanges(db, row, programme),
    recused: await relatedOfficials(db, row.householdId),
  };
}

/** 村集体: no household changes there; once it is closed in the register nothing more is ordered to it. */
function ofCollective({ closedAt }: PayeeModel, entitlement: EntitlementModel | null): Pick<EntitlementCheck, 'end'> {
  if (entitlement?.state === 'ended') return { end: entitlement.endReason as EndReason };
  return closedAt === null ? {} : { end: 'collectiveClosed' };
}

function endOf(
  keyring: Keyring,
  { household, entitlement, personId }: Run,
  programme: Programme,
): EndReason | undefined {
  if (entitlement?.state === 'ended') return entitlement.endReason as EndReason;
  const { standing, group, members, wrappedKey } = household;
  const member = members.find(({ id }) => id === personId);
  const person = member && {
    status: member.status,
    age: ageOn(
      openColumn(keyring.unwrap(wrappedKey), 'memberIdNumber', member.idNumberSealed),
      shanghaiDate(Date.now()),
    ),
  };
  const { eligible, continuation, lasts } = programme;
  return whyEnded(
    { standing, group, person },
    { ...eligible, ...continuation, ...(lasts?.untilAge !== undefined && { untilAge: lasts.untilAge }) },
  );
}

/** Reported since the period before this one, and not to be passed over by the programme's rule. */
async function unseenChanges(tx: Tx, run: Run, { lifeEvents }: Programme): Promise<string[]> {
  const { caseNo, entitlementNo, householdId, entitlement } = run;
  const before = await tx.case.findFirst({
    where: { entitlementNo, caseNo: { lt: caseNo } },
    orderBy: { submittedAt: 'desc' },
  });
  const since = before?.submittedAt ?? entitlement!.grantedAt;
  const changes = await tx.householdChange.findMany({
    where: { householdId, reportedAt: { gt: since } },
    orderBy: { reportedAt: 'asc' },
  });
  const person = await statusOf(tx, run.personId);
  return changes.filter(({ kind }) => effectOf(lifeEvents, kind, person) !== 'goOn').map(({ id }) => id);
}
