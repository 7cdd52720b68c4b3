import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { EXPECTED } from '../../platform/settings-help.js';
import { loadSettings, loadStartSettings, SettingsError } from '../../platform/settings.js';

const complete = {
  DATABASE_URL: 'postgresql://zhibao@127.0.0.1/zhibao',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  BANK_URL: 'http://127.0.0.1:4000',
  ZHIBAO_KEY: randomBytes(32).toString('base64'),
  ZHIBAO_SESSION_SECRET: 'x'.repeat(32),
  PUBLIC_URL: 'https://zhibao.example',
};

function refusalOf(env: NodeJS.ProcessEnv): SettingsError {
  try {
    loadSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error('The settings were not refused.');
}

describe('Settings', () => {
  test('what is not given has a default', () => {
    const settings = loadSettings(complete);
    expect(settings).toMatchObject({
      port: 3000,
      temporalNamespace: 'default',
      logLevel: 'info',
      demonstration: false,
    });
    expect(path.basename(settings.home)).toBe('.zhibao');
  });

  test('an empty variable counts as not given', () => {
    expect(loadSettings({ ...complete, SMTP_URL: '', PORT: '' })).toMatchObject({ port: 3000, smtpUrl: undefined });
  });

  test('the start command needs none of them and shows the demonstration', () => {
    expect(loadStartSettings({})).toMatchObject({ port: 3000, databaseUrl: undefined, demonstration: true });
    expect(loadStartSettings({ ZHIBAO_DEMONSTRATION: 'false' }).demonstration).toBe(false);
  });

  test.each(Object.keys(complete))('a process without %s is refused by name', (variable) => {
    const { message } = refusalOf({ ...complete, [variable]: undefined });
    expect(message).toContain(`设置项 ${variable} 没有给出`);
    expect(message).toContain(`The setting ${variable} is missing`);
  });

  test.each([
    ['PORT', '65536'],
    ['PORT', 'web'],
    ['DATABASE_URL', 'mysql://127.0.0.1/zhibao'],
    ['TEMPORAL_ADDRESS', 'http://127.0.0.1'],
    ['SMTP_URL', 'mail.example'],
    ['SMS_URL', 'ftp://sms.example'],
    ['BANK_URL', 'bank'],
    ['BANK_URL', 'ftp://bank.example/in'],
    ['ZHIBAO_SESSION_SECRET', 'short'],
    ['PUBLIC_URL', 'zhibao.example'],
    ['TRUSTED_PROXIES', '-1'],
    ['LOG_LEVEL', 'loud'],
    ['ZHIBAO_DEMONSTRATION', 'maybe'],
  ])('%s=%s is refused with a sentence that says what it must be', (variable, value) => {
    const error = refusalOf({ ...complete, [variable]: value });
    const [zh, en] = EXPECTED[error.variable];
    expect(error.variable).toBe(variable);
    expect(error.message.split('\n')).toEqual([expect.stringContaining(`应为${zh}；请`), expect.stringContaining(en)]);
  });

  test.each(['https://bank.example', 'file:///srv/bank', 'sftp://zhibao@bank.example:22/county'])(
    'a bank may be reached at %s',
    (url) => {
      expect(loadSettings({ ...complete, BANK_URL: url }).bankUrl).toBe(url);
      expect(loadStartSettings({ BANK_URL: url }).bankUrl).toBe(url);
    },
  );

  test('what belongs to the bank is found from where the process starts', () => {
    const given = { ...complete, BANK_CONFIG: 'bank.json', BANK_KEY_FILE: 'keys/bank', BANK_PASSWORD: 'hush' };
    expect(loadSettings(given)).toMatchObject({
      bankConfig: path.resolve('bank.json'),
      bankKeyFile: path.resolve('keys/bank'),
      bankPassword: 'hush',
    });
    expect(loadSettings(complete)).toMatchObject({ bankConfig: undefined, bankPassword: undefined });
  });

  test.each(['ZHIBAO_KEY', 'ZHIBAO_SESSION_SECRET', 'DATABASE_URL'])('a wrong %s is not repeated', (variable) => {
    const value = `wrong-${randomBytes(6).toString('hex')}`;
    expect(refusalOf({ ...complete, [variable]: value }).message).not.toContain(value);
  });

  test('.env.example names every one of them and no other', () => {
    const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const named = [...text.matchAll(/^#?\s?([A-Z_]+)=/gm)].map(([, name]) => name);
    const elsewhere = [
      'TEMPORAL_API_KEY',
      'TEMPORAL_TLS',
      'TEMPORAL_CONFIG_FILE',
      'TEMPORAL_PROFILE',
      'BANK_PORT',
      'BANK_HOME',
      'BANK_FOLDER',
    ];
    expect(new Set(named)).toEqual(new Set([...Object.keys(EXPECTED), ...elsewhere]));
  });
});
