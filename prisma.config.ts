import { defineConfig } from 'prisma/config';
import { selectSchemaEngine } from './prisma/engine/select.mjs';

selectSchemaEngine();

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://postgres:postgres@127.0.0.1:5432/zhibao' },
});
