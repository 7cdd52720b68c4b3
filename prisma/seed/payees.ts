import { creditCodeOf } from '../../domain/rules/credit-code.js';
import type { PayeeKind } from '../../domain/rules/payee.js';
import { uuidFor } from '../../platform/digest.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Db } from '../client.js';
import { logPayee } from '../payee-digests.js';
import { sealColumn } from '../sealed.js';
import { areasOf, type SeedCounty } from './counties.js';
import { inventedAccount } from './invented.js';
import { officialsOf } from './officials.js';

interface SeedPayee {
  readonly kind: PayeeKind;
  readonly name: string;
  readonly areaCode: string;
}

/** Whom a county may pay besides households: invented, but for the names of places. */
function payeesOf(county: SeedCounty): SeedPayee[] {
  const villages = areasOf(county).filter(({ level }) => level === 'village');
  const ofCounty = { areaCode: county.code };
  return [
    { kind: 'insurer', name: `${county.name}城乡居民社会保险经办中心（演示）`, ...ofCounty },
    { kind: 'school', name: `${county.name}职业技能培训学校（演示）`, ...ofCounty },
    { kind: 'contractor', name: `${county.name}农房改造工程有限公司（演示）`, ...ofCounty },
    { kind: 'lessor', name: `${county.name}安居房屋租赁有限公司（演示）`, ...ofCounty },
    ...villages.map(({ code: areaCode, name }) => ({
      ...{ kind: 'collective' as const, name: `${name}股份经济合作社（演示）`, areaCode },
    })),
  ];
}

/** The register of payees, each with an account that two officials signed. */
export async function loadPayees(db: Db, keyring: Keyring, county: SeedCounty): Promise<void> {
  const officials = officialsOf(county);
  const idOf = (role: string) => officials.find((official) => official.role === role)!.id;
  const [enteredById, decidedById] = [idOf('paymentMaker'), idOf('paymentReviewer')];
  const { key } = keyring.county(county.code);
  const rows = payeesOf(county).map((payee, index) => {
    const id = uuidFor(county.code, `payee/${index}`);
    const number = inventedAccount(county.code, 92_000 + index, '5151');
    const numberSealed = sealColumn(key, 'payeeAccountNumber', number);
    const creditCode = creditCodeOf(`91${county.code}MA${String(index).padStart(7, '0')}`);
    return {
      payee: { id, countyCode: county.code, creditCode, enteredById, programmes: [], ...payee },
      account: {
        ...{ id: uuidFor(id, 'account'), payeeId: id, bankName: '演示农村商业银行', numberSealed },
        ...{ numberHash: keyring.lookup('account', number), state: 'current' as const },
        ...{ enteredById, decidedById, decidedAt: new Date() },
      },
    };
  });
  const known = new Set((await db.payee.findMany({ select: { id: true } })).map(({ id }) => id));
  await db.payee.createMany({ data: rows.map(({ payee }) => payee), skipDuplicates: true });
  await db.payeeAccount.createMany({ data: rows.map(({ account }) => account), skipDuplicates: true });
  for (const { payee } of rows.filter(({ payee: { id } }) => !known.has(id))) await logPayee(db, payee.id);
}
