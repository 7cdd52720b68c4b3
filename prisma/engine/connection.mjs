import pg from 'pg';

export const quote = (identifier) => pg.escapeIdentifier(identifier);

/**
 * What node-postgres needs of a Prisma URL. The URL is taken apart here, because `connectionString` would win over
 * another `database`, and the shadow database is one.
 */
export function connectionOf(url, database) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const config = {
    host: searchParams.get('host') ?? (decodeURIComponent(hostname).replace(/^\[|\]$/g, '') || 'localhost'),
    port: Number(port || 5432),
    user: decodeURIComponent(username) || undefined,
    password: password ? decodeURIComponent(password) : undefined,
    database: database ?? (decodeURIComponent(pathname.slice(1)) || 'postgres'),
    ssl: sslOf(searchParams.get('sslmode')),
    max: 1,
    connectionTimeoutMillis: 10_000,
  };
  return { config, schema: searchParams.get('schema') ?? undefined };
}

/** Carries `work` out on a connection of its own to a database of the same server. */
export async function onServer(url, database, work) {
  const client = new pg.Client(connectionOf(url, database).config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function sslOf(mode) {
  if (!mode || mode === 'disable' || mode === 'prefer') return undefined;
  return { rejectUnauthorized: mode.startsWith('verify') };
}
