import { maskName } from '../../domain/rules/masking.js';
import { measuredText, quantityText } from '../../domain/rules/quantities.js';
import type { NoticeBody } from '../../domain/schemas/notice.js';
import type { Programme } from '../../domain/schemas/programme.js';
import { standardText } from '../../domain/texts/standard.js';
import type { Keyring } from '../../platform/keyring.js';
import { areaNames } from '../../prisma/areas.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel } from '../../prisma/generated/models.js';
import { headOf } from '../../prisma/household.js';

/** What everybody may read of a case in its notice: masked here, once, whoever shows it. */
export async function noticeBody(tx: Tx, keyring: Keyring, row: CaseModel, programme: Programme): Promise<NoticeBody> {
  const { quantity, amountFen } = row;
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
