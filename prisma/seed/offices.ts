import type { Role } from '../../domain/rules/roles.js';
import type { OfficeKind } from '../generated/enums.js';
import { areasOf, type SeedCounty } from './counties.js';

export interface SeedOffice {
  id: string;
  name: string;
  kind: OfficeKind;
  areaCode: string;
  /** Who works there: the end of the login, and the role of each. */
  staff: Readonly<Record<string, Role>>;
}

/**
 * The offices of a county. Names of offices are data, they have changed since the plan; two offices of
 * oversight, since what one has decided the other must be able to review.
 */
export function officesOf(county: SeedCounty): SeedOffice[] {
  const office = (kind: SeedOffice['kind'], id: string, name: string, staff: SeedOffice['staff']): SeedOffice => ({
    id: `${county.loginPrefix}-${id}`,
    name: county.name + name,
    kind,
    areaCode: county.code,
    staff,
  });
  return [
    office('povertyRelief', 'relief', '扶贫办公室', {
      'checker-1': 'countyChecker',
      'checker-2': 'countyChecker',
      'approver-1': 'countyApprover',
      'approver-2': 'countyApprover',
      'supervisor-1': 'countySupervisor',
      'maker-1': 'paymentMaker',
      'maker-2': 'paymentMaker',
      'reviewer-1': 'reviewer',
      'reviewer-2': 'reviewer',
      'inspector-1': 'inspector',
      'inspector-2': 'inspector',
      admin: 'administrator',
      'archivist-1': 'archivist',
    }),
    office('finance', 'finance', '财政局', { 'finance-1': 'paymentReviewer', 'finance-2': 'paymentReviewer' }),
    office('housing', 'housing', '住房和城乡建设局', {
      'housing-1': 'inspector',
      'housing-2': 'inspector',
      'appraiser-1': 'housingOfficer',
      'appraiser-2': 'housingOfficer',
      'appraiser-3': 'housingOfficer',
      'appraiser-4': 'housingOfficer',
    }),
    office('oversight', 'oversight', '扶贫监督办公室', { 'oversight-1': 'countySupervisor' }),
    office('oversight', 'justice', '司法局', { 'justice-1': 'countySupervisor' }),
    office('audit', 'audit', '审计局', { 'auditor-1': 'auditor' }),
    ...townshipOffices(county),
    ...villageCommittees(county),
    office('publicSecurity', 'police', '公安局', { 'registration-1': 'registrationOfficer' }),
    office('education', 'education', '教育局', { 'education-1': 'educationOfficer' }),
    office('health', 'health', '卫生健康局', { 'health-1': 'healthOfficer' }),
    office('employment', 'employment', '人力资源和社会保障局', { 'employment-1': 'employmentOfficer' }),
  ];
}

function townshipOffices(county: SeedCounty): SeedOffice[] {
  return Object.entries(county.townships).map(([code, [name]]) => ({
    id: `${county.loginPrefix}-${code}`,
    name: `${county.name}${name}人民政府`,
    kind: 'township',
    areaCode: code,
    staff: {
      [`${code}-verifier-1`]: 'townshipVerifier',
      [`${code}-verifier-2`]: 'townshipVerifier',
      [`${code}-inspector-1`]: 'inspector',
      [`${code}-clerk-1`]: 'townshipClerk',
      [`${code}-clerk-2`]: 'townshipClerk',
    },
  }));
}

/** 村民委员会: somebody in each village who files and endorses for its households. */
function villageCommittees(county: SeedCounty): SeedOffice[] {
  const villages = areasOf(county).filter(({ level }) => level === 'village');
  return villages.map(({ code, name }) => ({
    id: `${county.loginPrefix}-${code}`,
    name: name.endsWith('社区') ? `${name}居民委员会` : `${name}村民委员会`,
    kind: 'village',
    areaCode: code,
    staff: { [`${code}-cadre-1`]: 'villageCadre' },
  }));
}
