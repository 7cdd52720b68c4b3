import type { ProjectCase } from '../project-case.js';
import { deskCheck } from '../world.js';

/** The system compares the application with the register and the other databases: what it found, and who is related. */
export async function deskChecked(file: ProjectCase): Promise<readonly string[]> {
  // A correction is looked at as it was handed in.
  await file.recorded();
  const known = file.recalled('deskChecked');
  const { findings, recused } = known ? { ...known, recused: file.recused } : await deskCheck(file.dossier.caseNo);
  file.recused = recused;
  file.note({ kind: 'deskChecked', findings: [...findings] });
  return findings;
}
