import { enterOffice, enterOfficial, givePassword } from '../../api/acting/staff.js';
import type { Deps } from '../../api/deps.js';
import type { OfficialWho } from '../../api/who.js';
import { GivenPassword, NewOfficial } from '../../domain/schemas/staff.js';
import { OperatorError } from '../../platform/operator-error.js';
import { askPassword } from '../restore/password.js';
import { onRecords } from '../start/on-records.js';
import { sayOnConsole } from '../start/say.js';

/** Who is entered, and where. */
export interface FirstAdministrator {
  readonly county: string;
  readonly office: string;
  readonly login: string;
  readonly name: string;
}

/** The command `administrator`. @throws OperatorError */
export async function runFirstAdministrator(asked: FirstAdministrator): Promise<void> {
  const password = await askPassword(`${asked.login} 的密码 / password: `);
  await onRecords((db, keyring) => enterFirstAdministrator({ db, keyring }, asked, password));
  sayOnConsole(
    `${asked.name}（${asked.login}）已登记为系统管理员，并已记入存证。`,
    `${asked.name} (${asked.login}) is an administrator now; it is logged.`,
  );
}

/**
 * Enters, logged with it, the administrator of a county that has none, and his office; all others he enters himself.
 * @throws OperatorError where there is no such county, or it has an administrator, or something is not written right
 */
export async function enterFirstAdministrator(
  ground: Pick<Deps, 'db' | 'keyring'>,
  { county, office, login, name }: FirstAdministrator,
  password: string,
): Promise<void> {
  const { db } = ground;
  if (!(await db.county.findUnique({ where: { code: county } }))) throw NO_COUNTY;
  const isThere = { areaCode: county, active: true, roles: { has: 'administrator' as const } };
  if ((await db.official.count({ where: isThere })) > 0) throw HAS_ONE;
  const operator: OfficialWho = {
    ...{ kind: 'official', id: '', name: '', roles: [], areaCode: county },
    ...{ office: { id: '', name: '' }, standsInFor: [] },
  };
  const wanted = { login, name, officeId: office, area: county, roles: ['administrator'] };
  const [post, given] = [NewOfficial.safeParse(wanted), GivenPassword.safeParse({ password })];
  if (!post.success) throw notRight(post.error.issues);
  if (!given.success) throw notRight(given.error.issues);
  const asked = { name: office, kind: 'povertyRelief', area: county } as const;
  const officeId = await enterOffice(ground, operator, `${county} ${office}`, asked);
  const id = await enterOfficial(ground, operator, { ...post.data, officeId }, false);
  await givePassword(db, operator, id, password);
}

const NO_COUNTY = new OperatorError('没有这个县：请先录入该县。', 'There is no such county: enter it first.');
const HAS_ONE = new OperatorError(
  '该县已有系统管理员：其他人员由其在工作人员端录入。',
  'The county has an administrator: he enters everybody else at the desk.',
);
const notRight = (issues: readonly { readonly message: string }[]): OperatorError => {
  const said = issues.map(({ message }) => message).join('；');
  return new OperatorError(`登记内容不正确：${said}`, `Something is not written right: ${said}`);
};
