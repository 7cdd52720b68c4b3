import type { ProjectCase } from '../project-case.js';

/** 公告: the result is made known once the money is out. Concerns about it are complaints: nothing waits for them. */
export function announcement(file: ProjectCase): undefined {
  file.note({ kind: 'announced', publicationNo: `${file.dossier.caseNo}-N1` });
}
