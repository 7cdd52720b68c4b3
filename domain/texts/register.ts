import type { Role } from '../rules/roles.js';
import type { RegisterLeaf } from '../schemas/leaf.js';
import type { Bilingual } from '../schemas/common.js';
import { ROLE_NAMES } from './roles.js';

/** 名册: what each field of an official, an office or a substitution is called. */
const FIELDS: Readonly<Record<string, Bilingual>> = {
  name: { zh: '名称', en: 'name' },
  officeId: { zh: '单位', en: 'office' },
  areaCode: { zh: '区域', en: 'area' },
  roles: { zh: '岗位', en: 'roles' },
  active: { zh: '在岗', en: 'active' },
  officeKind: { zh: '单位类别', en: 'kind of office' },
  absentId: { zh: '被代理人', en: 'absent official' },
  substituteId: { zh: '代理人', en: 'substitute' },
  fromDay: { zh: '起始日', en: 'first day' },
  untilDay: { zh: '截止日', en: 'last day' },
  wordsSha256: { zh: '事由摘要', en: 'digest of the reason' },
  namedById: { zh: '指定人', en: 'named by' },
  namedAt: { zh: '指定时间', en: 'named at' },
  endedById: { zh: '终止人', en: 'ended by' },
  endedAt: { zh: '终止时间', en: 'ended at' },
};

/** What is signed, or tells leaves apart, is no field of anybody. */
const fieldsOf = (leaf: RegisterLeaf): Map<string, string> =>
  new Map(Object.entries(leaf).flatMap(([name, value]) => (name in FIELDS ? [[name, valueText(value)] as const] : [])));

function valueText(value: unknown): string {
  if (Array.isArray(value))
    return value.map((role: Role) => `${ROLE_NAMES[role].zh} ${ROLE_NAMES[role].en}`).join('、') || '—';
  if (typeof value === 'boolean') return value ? '是 yes' : '否 no';
  return typeof value === 'string' ? value : '—';
}

/** Who it is about: an official or office by name, a substitution by both officials. */
export const subjectText = (leaf: RegisterLeaf): string =>
  leaf.kind === 'substitution' ? `${leaf.absentId} ← ${leaf.substituteId}` : leaf.name;

const textOf = (fields: ReadonlyMap<string, string>): string =>
  [...fields].map(([name, value]) => `${FIELDS[name]!.zh} ${FIELDS[name]!.en} ${value}`).join('；');

/** All that is logged of somebody, for people. */
export const registerText = (leaf: RegisterLeaf): string => textOf(fieldsOf(leaf));

/** In what two leaves about the same differ, as either has it; undefined where they say the same. */
export function differenceText(
  proved: RegisterLeaf,
  found: RegisterLeaf,
): { proved: string; found: string } | undefined {
  const [one, other] = [fieldsOf(proved), fieldsOf(found)];
  const names = [...one.keys()].filter((name) => one.get(name) !== other.get(name));
  if (names.length === 0) return undefined;
  const of = (side: ReadonlyMap<string, string>) => textOf(new Map(names.map((name) => [name, side.get(name) ?? '—'])));
  return { proved: of(one), found: of(other) };
}
