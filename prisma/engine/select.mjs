import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Prisma downloads its native schema engine at install. In a closed network that fails softly and every command of
 * its CLI then fails; the same engine's WebAssembly build, which comes with our packages, is used there instead.
 */
export function selectSchemaEngine() {
  const prisma = require.resolve('prisma/package.json');
  const engines = path.dirname(require.resolve('@prisma/engines/package.json', { paths: [prisma] }));
  const native = fs.readdirSync(engines).some((file) => file.startsWith('schema-engine'));
  if (!native) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname, 'schema-engine.mjs');
}
