import { measuredText, quantityText } from '../../domain/rules/quantities.js';
import type { Application } from '../../domain/schemas/application.js';
import type { NoticeBody } from '../../domain/schemas/notice.js';
import type { Programme } from '../../domain/schemas/programme.js';
import { DAYS, daysText, interestText } from '../../domain/texts/loans.js';
import { monthsText, rentText } from '../../domain/texts/rent.js';
import { standardText } from '../../domain/texts/standard.js';
import type { Keyring } from '../../platform/keyring.js';
import { areaNames } from '../../prisma/areas.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel } from '../../prisma/generated/models.js';
import { publicNames } from '../../prisma/public-names.js';

/** What everybody may read of a case in its notice: masked here, once, whoever shows it. */
export async function noticeBody(tx: Tx, keyring: Keyring, row: CaseModel, programme: Programme): Promise<NoticeBody> {
  return (await noticeBodies(tx, keyring, [row], programme))(row);
}

/** The same of many cases, which are asked about at once. */
export async function noticeBodies(
  tx: Tx,
  keyring: Keyring,
  rows: readonly CaseModel[],
  programme: Programme,
): Promise<(row: CaseModel) => NoticeBody> {
  const applicantOf = await publicNames(tx, keyring, rows);
  const areas = await areaNames(
    tx,
    rows.map(({ areaCode }) => areaCode),
  );
  const offices = await tx.office.findMany({
    where: { areaCode: { in: rows.map(({ countyCode }) => countyCode) }, kind: 'povertyRelief' },
  });
  const officeOf = new Map(offices.map(({ areaCode, name }) => [areaCode, name]));
  return (row) => {
    const { areaCode, countyCode, amountFen } = row;
    const { county, township, village } = areas(areaCode);
    return {
      ...{ applicant: applicantOf(row), county: county.name, township: township.name, village: village.name },
      ...{ basis: programme.basis, amountFen: Number(amountFen), office: officeOf.get(countyCode) ?? county.name },
      ...whatFor(programme, row),
      ...(amountFen === 0n && { instead: IN_PLACE_OF_MONEY }),
    };
  };
}

/** What the money is for; where that would tell of an illness or a disability, only that it is granted. */
function whatFor(programme: Programme, row: CaseModel) {
  const { name, noticeName, rent } = programme;
  if (noticeName) return { programme: noticeName, quantity: '1', unit: { zh: '户', en: 'household' } };
  if (row.rentMonths !== null && rent) {
    const lease = {
      quantity: String(row.rentMonths),
      unit: { zh: '月', en: 'months' },
      quantityText: monthsText(row.rentMonths),
    };
    return { programme: name, ...lease, standard: rentText(rent) };
  }
  return { programme: name, ...howMuch(programme, row), standard: standardText(programme) };
}

/** As its measure says it; of interest, what was borrowed, for how many days and at which rate it is paid. */
function howMuch({ measure }: Programme, { quantity, input }: CaseModel) {
  const { loan, standard } = input as unknown as Application;
  if (loan && standard.kind === 'interest')
    return {
      unit: DAYS,
      quantity: daysText(loan, quantity),
      quantityText: interestText(loan, { ...standard, quantity }),
    };
  return {
    ...{ unit: measure.unit, quantity: quantityText(quantity, measure.scale) },
    quantityText: measuredText(measure, quantity),
  };
}

const IN_PLACE_OF_MONEY = { zh: '以其他方式保障住房', en: 'Housed in another way' };
