import { TEST_KEY } from './demonstration-database.js';

/** What a process of the product is told that runs beside the servers of a test. */
export const commandEnvironment = (given: {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly home: string;
  readonly publicUrl: string;
}): NodeJS.ProcessEnv => ({
  ...process.env,
  DATABASE_URL: given.databaseUrl,
  TEMPORAL_ADDRESS: given.temporalAddress,
  ZHIBAO_HOME: given.home,
  PUBLIC_URL: given.publicUrl,
  BANK_URL: 'http://127.0.0.1:1',
  ZHIBAO_KEY: TEST_KEY,
  ZHIBAO_SESSION_SECRET: 's'.repeat(40),
});
