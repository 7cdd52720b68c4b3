import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { OperatorError } from '../platform/operator-error.js';
import { SettingsError } from '../platform/settings.js';
import type { Bank } from './bank.js';
import { type BankConfig, countiesOf } from './bank-config.js';
import { DropFolder } from './channels/drop-folder.js';
import type { Files } from './channels/files.js';
import { LocalFiles } from './channels/local-files.js';
import { SftpConnection, StrangeHost } from './channels/sftp-connection.js';
import { SftpFiles } from './channels/sftp-files.js';
import { FileBank } from './file-bank.js';
import { iso20022Format } from './formats/iso20022/format.js';
import { textFormat } from './formats/text/format.js';
import { readBankConfig } from './read-bank-config.js';
import { SimulatorBank } from './simulator/client.js';

/** The settings that say which bank it is. */
export interface BankSettings {
  readonly bankUrl: string;
  readonly bankConfig: string | undefined;
  readonly bankPassword: string | undefined;
  readonly bankKeyFile: string | undefined;
}

/** Told why it is not known what became of something. */
type OnUnknown = (name: string, why: string) => void;

/**
 * The bank that BANK_URL names: the simulator (http, https), or one that takes files in a folder (file) or over SFTP.
 * A server that is away for the moment is no reason not to begin.
 *
 * @throws OperatorError where a setting, its configuration, its folders or its keys are wrong
 */
export async function openBank(settings: BankSettings, onUnknown: OnUnknown): Promise<Bank> {
  const url = new URL(settings.bankUrl);
  if (/^https?:$/.test(url.protocol)) return new SimulatorBank(settings.bankUrl, { onUnknown });
  if (settings.bankConfig === undefined) throw new SettingsError('BANK_CONFIG', true);
  const config = readBankConfig(settings.bankConfig);
  const files = url.protocol === 'file:' ? localFiles(url) : sftpFiles(url, settings, config);
  const { quietSeconds, ignored } = config;
  const channel = new DropFolder(files, { quietMs: quietSeconds * 1000, ignored, onUnknown });
  await prepare(channel, onUnknown);
  return new FileBank(formatOf(config), channel, countiesOf(config));
}

const formatOf = (config: BankConfig) =>
  config.format === 'iso20022' ? iso20022Format(config.debtors) : textFormat(config.layout);

function localFiles(url: URL): Files {
  try {
    return new LocalFiles(fileURLToPath(url));
  } catch {
    throw new SettingsError('BANK_URL', false);
  }
}

function sftpFiles(url: URL, settings: BankSettings, { sftp }: BankConfig): Files {
  const { bankConfig, bankPassword: password } = settings;
  if (url.username === '' || url.hostname === '' || url.password !== '') throw new SettingsError('BANK_URL', false);
  if (!sftp) throw noServer(bankConfig ?? '');
  const privateKey = keyOf(settings);
  if (password === undefined && privateKey === undefined) throw new SettingsError('BANK_PASSWORD', true);
  const connection = new SftpConnection({
    ...{ host: url.hostname, port: Number(url.port || 22), username: decodeURIComponent(url.username) },
    ...{ hostKeys: sftp.hostKeys, timeoutMs: sftp.timeoutSeconds * 1000 },
    ...(password !== undefined && { password }),
    ...(privateKey !== undefined && { privateKey }),
  });
  return new SftpFiles(connection, decodeURIComponent(url.pathname).replace(/\/+$/, ''));
}

function keyOf({ bankKeyFile }: BankSettings): string | undefined {
  try {
    return bankKeyFile === undefined ? undefined : readFileSync(bankKeyFile, 'utf8');
  } catch {
    throw new SettingsError('BANK_KEY_FILE', false);
  }
}

async function prepare(channel: DropFolder, onUnknown: OnUnknown): Promise<void> {
  try {
    await channel.prepare();
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    if (error instanceof StrangeHost) throw strange(error);
    if ((error as { level?: unknown }).level === 'client-authentication') throw NOT_LET_IN;
    onUnknown('BANK_URL', error instanceof Error ? error.message : String(error));
  }
}

const noServer = (file: string): OperatorError =>
  new OperatorError(
    `银行配置文件 ${file} 的字段 sftp 没有给出：BANK_URL 是 sftp:// 地址时必须写明银行服务器的密钥指纹（sftp.hostKeys）。`,
    `The field sftp of the bank's configuration ${file} is missing: with an sftp:// address in BANK_URL it must name the fingerprints of the server's keys (sftp.hostKeys).`,
  );

const strange = ({ fingerprint }: StrangeHost): OperatorError =>
  new OperatorError(
    `银行 SFTP 服务器的密钥 ${fingerprint} 与配置的指纹不符，没有连接：请向银行核实；确属银行更换密钥的，改写 BANK_CONFIG 文件中的 sftp.hostKeys。`,
    `The bank's SFTP server has the key ${fingerprint}, which is none of those configured, and was not trusted: ask the bank; if it has a new key, put it into sftp.hostKeys of the file in BANK_CONFIG.`,
  );

const NOT_LET_IN = new OperatorError(
  '银行的 SFTP 服务器不接受我们的用户名、密码或密钥：请核对 BANK_URL 中的用户名，以及 BANK_PASSWORD 或 BANK_KEY_FILE。',
  "The bank's SFTP server does not accept our user, password or key: check the user in BANK_URL, and BANK_PASSWORD or BANK_KEY_FILE.",
);
