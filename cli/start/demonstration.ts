import Table from 'cli-table3';
import type { Role } from '../../domain/rules/roles.js';
import { CHUNAN, REHEARSAL } from '../../prisma/seed/counties.js';
import { demonstrationLogins, type DemonstrationLogin, rehearsalPhone } from '../../prisma/seed/logins.js';

const ROLE_NAMES = {
  household: '农户',
  helper: '代办人',
  villageCadre: '村级经办',
  townshipClerk: '乡镇经办',
  countyChecker: '县初核',
  countyApprover: '县立项审批',
  countySupervisor: '县督办',
  townshipVerifier: '乡镇核实',
  inspector: '验收',
  housingOfficer: '住房安全',
  registrationOfficer: '户籍',
  educationOfficer: '教育',
  healthOfficer: '卫生健康',
  employmentOfficer: '就业社保',
  paymentMaker: '拨付经办',
  paymentReviewer: '财政复核',
  reviewer: '绩效评价',
  archivist: '档案管理',
  auditor: '审计',
  administrator: '系统管理员',
} as const satisfies Record<Role, string>;

/** A table of who may log in to the demonstration county, and how: one line for everybody who does the same. */
export function whoMayLogIn(): string {
  const logins = demonstrationLogins();
  const county = logins[0]?.county; // The other one is for rehearsals.
  const namesOf = new Map<string, string[]>();
  for (const login of logins.filter((each) => each.county === county)) {
    const who = whoOf(login);
    namesOf.set(who, [...(namesOf.get(who) ?? []), login.kind === 'official' ? login.login : login.phone]);
  }
  const head = ['身份 who', '登录名或手机号 login or phone'];
  const table = new Table({ head, style: { head: [], border: [], compact: true } });
  for (const [who, names] of namesOf) table.push([who, names.join('  ')]);
  return table.toString();
}

function whoOf(login: DemonstrationLogin): string {
  if (login.kind === 'official') return `${login.office} ${ROLE_NAMES[login.role]}`;
  return login.kind === 'helper' ? login.note : `${ROLE_NAMES.household}：${login.note}`;
}

/** The logins that the table leaves out, by their pattern: Chinese, then English. */
export function otherLogins(): [zh: string, en: string] {
  const [first, ...more] = Object.keys(CHUNAN.townships);
  const towns = Object.keys(REHEARSAL.townships);
  const [ca, yl] = [CHUNAN.loginPrefix, REHEARSAL.loginPrefix];
  const phones = [rehearsalPhone(1), rehearsalPhone(REHEARSAL.households)];
  return [
    `其他乡镇：登录名中换成该乡镇的 9 位代码（${first} 至 ${more.at(-1)}），如 ${ca}-${first}-verifier-1。${REHEARSAL.name}：登录名以 ${yl}- 开头，其余相同，如 ${yl}-checker-1、${yl}-${towns[0]}-verifier-1（乡镇 ${towns.join('、')}）；农户手机 ${phones.join(' 至 ')}。`,
    `Other townships: put the nine digits of the township into the login (${first} to ${more.at(-1)}), like ${ca}-${first}-verifier-1. Rehearsal county: logins begin with ${yl}- and go on alike, like ${yl}-checker-1 and ${yl}-${towns[0]}-verifier-1 (townships ${towns.join(', ')}); phones of its households ${phones.join(' to ')}.`,
  ];
}
