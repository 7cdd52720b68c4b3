#!/usr/bin/env node
import { Command } from 'commander';
import { OperatorError } from '../platform/operator-error.js';
import { register as registerAdministrator } from './commands/administrator.js';
import { register as registerArchive } from './commands/archive.js';
import { register as registerCheckLedger } from './commands/check-ledger.js';
import { register as registerCodecToken } from './commands/codec-token.js';
import { register as registerExport } from './commands/export.js';
import { register as registerFaults } from './commands/faults.js';
import { register as registerImportRegister } from './commands/import-register.js';
import { register as registerKeys } from './commands/keys.js';
import { register as registerMigrate } from './commands/migrate.js';
import { register as registerRebuild } from './commands/rebuild.js';
import { register as registerReconcile } from './commands/reconcile.js';
import { register as registerRehearse } from './commands/rehearse.js';
import { register as registerStart } from './commands/start.js';
import { register as registerVerify } from './commands/verify.js';
import { sayUsageInChinese } from './usage.js';

const program = new Command('zhibao').description(
  '直报：低收入农户项目申报 / direct application of low-income households',
);
sayUsageInChinese(program);
const commands = [
  registerStart,
  registerMigrate,
  registerImportRegister,
  registerRehearse,
  registerCheckLedger,
  registerFaults,
  registerRebuild,
  registerReconcile,
  registerVerify,
  registerExport,
  registerCodecToken,
  registerKeys,
  registerArchive,
  registerAdministrator,
];
for (const register of commands) register(program);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof OperatorError ? error.message : describe(error)}\n`);
  process.exitCode = 1;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
