import { fileURLToPath } from 'node:url';

/** The folder of the project, seen from the compiled modules. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
