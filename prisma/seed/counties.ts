import { CountyPolicy, EXAMPLE_POLICY } from '../../domain/schemas/county-policy.js';
import type { VillageType } from '../../domain/schemas/eligibility.js';
import { CHUNAN_TOWNSHIPS } from './chunan-townships.js';

export interface SeedCounty {
  code: string;
  name: string;
  rehearsal: boolean;
  daySeconds: number;
  households: number;
  /** Begins the logins of its officials. */
  loginPrefix: string;
  /** Township code to its name and, blank-separated, the last three digits and name of each village. */
  townships: Readonly<Record<string, readonly [name: string, villages: string]>>;
  policy: CountyPolicy;
}

/** The county that the provincial plan names: real places, invented people. */
export const CHUNAN: SeedCounty = {
  code: '330127',
  name: '淳安县',
  rehearsal: false,
  daySeconds: 86_400,
  households: 200,
  loginPrefix: 'ca',
  townships: CHUNAN_TOWNSHIPS,
  policy: { ...EXAMPLE_POLICY, countyCode: '330127', version: 1 },
};

/** A county that is nowhere: its days last a second, and its terms are short. */
export const REHEARSAL: SeedCounty = {
  code: '339901',
  name: '演练县',
  rehearsal: true,
  daySeconds: 1,
  households: 500,
  loginPrefix: 'yl',
  townships: {
    '339901100': ['演练镇', '200东演村 201西演村 202南演村 203北演村'],
    '339901200': ['试运乡', '200东试村 201西试村 202南试村 203北试村'],
  },
  policy: {
    ...EXAMPLE_POLICY,
    countyCode: '339901',
    version: 1,
    // A bank is not as quick as a day of a second.
    stageWorkingDays: { ...EXAMPLE_POLICY.stageWorkingDays, bankTransfer: 60 },
    relief: {
      confirmation: { workingDays: 30 },
      stageWorkingDays: { ...EXAMPLE_POLICY.relief.stageWorkingDays, bankTransfer: 60 },
    },
    terms: {
      correction: { workingDays: 20 },
      promisedPapers: { workingDays: 20 },
      internalReview: { calendarDays: 20 },
      noticeGathering: { calendarDays: 60 },
      publicNotice: { calendarDays: 5, workingDays: 5 },
      projectWork: { calendarDays: 30 },
      projectExtension: { calendarDays: 20 },
      reviewDue: { calendarDays: 5 },
      reviewReport: { workingDays: 20 },
    },
    housing: {
      ...EXAMPLE_POLICY.housing,
      renovationDue: { calendarDays: 300 },
      worksStart: { calendarDays: 30 },
      agreement: { workingDays: 30 },
      movingIn: { calendarDays: 30 },
      oldHomestead: { calendarDays: 30 },
      followUpVisits: [{ calendarDays: 3 }, { calendarDays: 6 }, { calendarDays: 9 }],
    },
  },
};

export const COUNTIES: readonly SeedCounty[] = [CHUNAN, REHEARSAL];

export interface SeedArea {
  code: string;
  name: string;
  level: 'county' | 'township' | 'village';
  parentCode: string | null;
  villageType?: VillageType;
}

/** Some villages are of a kind that programmes are for, the same every time. */
function typeOfVillage(code: string): { villageType?: VillageType } {
  const place = Number(code.slice(-6)) % 20;
  const villageType = ({ 3: 'key', 7: 'weak', 11: 'minority' } as const)[place as 3];
  return villageType ? { villageType } : {};
}

/** The county, its townships and villages, each after the area it belongs to. */
export function areasOf(county: SeedCounty): SeedArea[] {
  const townships = Object.entries(county.townships);
  return [
    { code: county.code, name: county.name, level: 'county', parentCode: null },
    ...townships.map(([code, [name]]) => ({ code, name, level: 'township' as const, parentCode: county.code })),
    ...townships.flatMap(([townshipCode, [, villages]]) =>
      villages.split(' ').map((village) => ({
        code: townshipCode + village.slice(0, 3),
        name: village.slice(3),
        level: 'village' as const,
        parentCode: townshipCode,
        ...typeOfVillage(townshipCode + village.slice(0, 3)),
      })),
    ),
  ];
}
