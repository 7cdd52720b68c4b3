import Table from 'cli-table3';
import { Keyring } from '../../platform/keyring.js';
import { connect } from '../../prisma/client.js';
import { loadDemonstration as load } from '../../prisma/seed/demonstration.js';
import { demonstrationLogins, type DemonstrationLogin } from '../../prisma/seed/logins.js';

/** Loads the demonstration; of what is there already, after an interrupted first start too, nothing is changed. */
export async function loadDemonstration(databaseUrl: string, key: string): Promise<void> {
  const db = connect(databaseUrl, 4);
  try {
    await load(db, Keyring.from(key));
  } finally {
    await db.$disconnect();
  }
}

/** A table of who may log in to the demonstration, and how. */
export function whoMayLogIn(): string {
  const table = new Table({
    head: ['县 county', '身份 who', '登录名或手机 login or phone', '密码 password'],
    style: { head: [], border: [], compact: true },
  });
  for (const login of demonstrationLogins()) table.push([login.county, ...cellsOf(login)]);
  return table.toString();
}

function cellsOf(login: DemonstrationLogin): [who: string, login: string, password: string] {
  if (login.kind === 'official') return [`${login.office} ${login.role}`, login.login, login.password];
  const who = login.kind === 'helper' ? login.note : `农户：${login.note}`;
  return [who, login.phone, '短信验证码 code by text message'];
}
