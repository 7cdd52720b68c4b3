import { landQuota as quotaFor } from '../../domain/rules/resettlement.js';
import type { ProjectCase } from '../project-case.js';

/** 用地指标: with the decision the household has its building land, so much for each person who moves. */
export function landQuota(file: ProjectCase): undefined {
  const { landPerPersonSquareMetres } = file.dossier.housing!;
  file.note({ kind: 'landGranted', squareMetres: quotaFor(file.quantity, landPerPersonSquareMetres) });
  return undefined;
}
