/** Of a socket and of Prisma; of PostgreSQL are the classes of codes below. */
const CODES: readonly unknown[] = [
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037'],
];
/** It ends or starts, a connection failed, it has no room for more. */
const POSTGRES = /^(?:57P0|08|53)/;
/** What Prisma's driver says under a code that says nothing of it (P2010, P2039). */
const KINDS: readonly unknown[] = ['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'];
/** What node-postgres says of a connection that broke, without a code. */
const BROKEN = /^(?:Connection terminated|Client has encountered a connection error)/;

interface DatabaseError {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly meta?: { readonly driverAdapterError?: { readonly cause?: { kind?: unknown; originalCode?: unknown } } };
}

/** Whether the database can't be reached now, or went away under a query: what was asked may be asked again. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message, meta } = (error ?? {}) as DatabaseError;
  const { kind, originalCode } = meta?.driverAdapterError?.cause ?? {};
  if (KINDS.includes(kind) || BROKEN.test(String(message))) return true;
  return [code, originalCode].some((each) => CODES.includes(each) || POSTGRES.test(String(each)));
}
