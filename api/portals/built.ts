import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where the build has put the portals' pages: `dist/web` of the project that these modules, compiled or not, belong to. */
export const BUILT = path.join(projectAbove(import.meta.dirname), 'dist/web');

function projectAbove(folder: string): string {
  const above = path.dirname(folder);
  return existsSync(path.join(folder, 'package.json')) || above === folder ? folder : projectAbove(above);
}
