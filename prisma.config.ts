import { defineConfig } from 'prisma/config';
import { selectSchemaEngine } from './prisma/engine/select.mjs';

selectSchemaEngine();

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // None by default: no database is changed that nobody named.
  ...(process.env.DATABASE_URL && { datasource: { url: process.env.DATABASE_URL } }),
});
