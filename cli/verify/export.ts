import { writeFileSync } from 'node:fs';
import { packOf } from '../../api/evidence/pack-of.js';
import { sayOnConsole } from '../start/say.js';
import { onVerifyGround } from './open-ground.js';

/** The command `export`: the evidence pack of a case, one file. @throws OperatorError */
export async function runExport(caseNo: string, file: string): Promise<void> {
  const pack = await onVerifyGround((ground) => packOf(ground, caseNo));
  writeFileSync(file, pack);
  sayOnConsole(`已导出 ${file}（${pack.length} 字节）。`, `Exported ${file} (${pack.length} bytes).`);
}
