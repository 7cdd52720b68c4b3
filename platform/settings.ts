import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { OperatorError } from './operator-error.js';
import { Generations } from './keys/key-set.js';
import { EXPECTED, type SettingName } from './settings-help.js';

/** A setting that is missing or wrong. The message never holds the value of a secret. */
export class SettingsError extends OperatorError {
  readonly variable: SettingName;

  constructor(variable: SettingName, missing: boolean) {
    const [zh, en] = EXPECTED[variable];
    super(
      `设置项 ${variable} ${missing ? '没有给出' : '不正确'}：应为${zh}；请在环境变量或 .env 文件中改好后再启动。`,
      `The setting ${variable} is ${missing ? 'missing' : 'wrong'}: it must be ${en}; put it right in the environment or in the file .env and start again.`,
    );
    this.name = 'SettingsError';
    this.variable = variable;
  }
}

const port = z.coerce.number().int().min(1).max(65535);
const folder = z.string().transform((text) => path.resolve(text));
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const url = (protocol: RegExp) => z.url({ protocol });
const secret = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes);

/** `1:<base64>,2:<base64>` */
const generations = z
  .string()
  .transform(
    (text) => Object.fromEntries(text.split(',').map((one) => one.trim().split(/:(.*)/s).slice(0, 2))) as object,
  )
  .pipe(Generations);

/** The simulator, or where files are dropped for a bank. */
const bankUrl = url(/^(https?|file|sftp)$/);
const databaseUrl = url(/^postgres(ql)?$/);
const address = z.string().regex(/^[^\s:/]+:\d{1,5}$/);

/** What every process reads and the start command may leave to its defaults. */
const common = {
  PORT: port.default(3000),
  ZHIBAO_HOME: folder.default(path.resolve('.zhibao')),
  ZHIBAO_CACHE: folder.default(path.resolve('.cache')),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  ZHIBAO_CODEC_KEYS: generations.default({}),
  ZHIBAO_HOUSEHOLD_KEYS: generations.default({}),
  ZHIBAO_KEY_FILE: folder.optional(),
  ZHIBAO_KEY_SERVICE: url(/^https?$/).optional(),
  ZHIBAO_KEY_TOKEN: z.string().optional(),
  CODEC_UI_ORIGIN: url(/^https?$/).optional(),
  SMTP_URL: url(/^smtps?$/).optional(),
  MAIL_FROM: z.string().min(3).default('zhibao@localhost'),
  SMS_URL: url(/^https?$/).optional(),
  BANK_CONFIG: folder.optional(),
  BANK_PASSWORD: z.string().optional(),
  BANK_KEY_FILE: folder.optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
};

const processSchema = z.object({
  ...common,
  DATABASE_URL: databaseUrl,
  TEMPORAL_ADDRESS: address,
  BANK_URL: bankUrl,
  ZHIBAO_KEY: secret(32),
  ZHIBAO_SESSION_SECRET: z.string().min(32),
  PUBLIC_URL: url(/^https?$/),
  ZHIBAO_DEMONSTRATION: flag.default(false),
});

const startSchema = z.object({
  ...common,
  DATABASE_URL: databaseUrl.optional(),
  TEMPORAL_ADDRESS: address.optional(),
  BANK_URL: bankUrl.optional(),
  ZHIBAO_KEY: secret(32).optional(),
  ZHIBAO_SESSION_SECRET: z.string().min(32).optional(),
  PUBLIC_URL: url(/^https?$/).optional(),
  ZHIBAO_DEMONSTRATION: flag.default(true),
});

/** What a process of the product runs with. */
export type Settings = ReturnType<typeof loadSettings>;
/** As `Settings`, but what is not given is brought up by the start command itself. */
export type StartSettings = ReturnType<typeof loadStartSettings>;

/**
 * The settings of the API, the worker and the operator's commands.
 * @throws SettingsError naming the first variable that is missing or wrong
 */
export function loadSettings(env: NodeJS.ProcessEnv = environment()) {
  return named(check(processSchema, env));
}

/** The settings of `npm start`. @throws SettingsError */
export function loadStartSettings(env: NodeJS.ProcessEnv = environment()) {
  return named(check(startSchema, env));
}

/** The environment, completed by the file `.env` of the current folder; what is set already wins. */
export function environment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

function check<Schema extends typeof processSchema | typeof startSchema>(schema: Schema, env: NodeJS.ProcessEnv) {
  const given = Object.fromEntries(Object.entries(env).filter(([, text]) => text !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data as z.output<Schema>;
  const variable = result.error.issues[0]?.path[0] as SettingName;
  throw new SettingsError(variable, given[variable] === undefined);
}

function named<Raw extends z.output<typeof processSchema> | z.output<typeof startSchema>>(raw: Raw) {
  return {
    port: raw.PORT,
    home: raw.ZHIBAO_HOME,
    cache: raw.ZHIBAO_CACHE,
    databaseUrl: raw.DATABASE_URL as Raw['DATABASE_URL'],
    temporalAddress: raw.TEMPORAL_ADDRESS as Raw['TEMPORAL_ADDRESS'],
    temporalNamespace: raw.TEMPORAL_NAMESPACE,
    smtpUrl: raw.SMTP_URL,
    mailFrom: raw.MAIL_FROM,
    smsUrl: raw.SMS_URL,
    bankUrl: raw.BANK_URL as Raw['BANK_URL'],
    bankConfig: raw.BANK_CONFIG,
    bankPassword: raw.BANK_PASSWORD,
    bankKeyFile: raw.BANK_KEY_FILE,
    key: raw.ZHIBAO_KEY as Raw['ZHIBAO_KEY'],
    codecKeys: raw.ZHIBAO_CODEC_KEYS,
    householdKeys: raw.ZHIBAO_HOUSEHOLD_KEYS,
    codecUiOrigin: raw.CODEC_UI_ORIGIN,
    sessionSecret: raw.ZHIBAO_SESSION_SECRET as Raw['ZHIBAO_SESSION_SECRET'],
    publicUrl: raw.PUBLIC_URL as Raw['PUBLIC_URL'],
    trustedProxies: raw.TRUSTED_PROXIES,
    logLevel: raw.LOG_LEVEL,
    demonstration: raw.ZHIBAO_DEMONSTRATION,
  };
}
