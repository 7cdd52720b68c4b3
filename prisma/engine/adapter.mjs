import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import { connectionOf, onServer, quote } from './connection.mjs';

const INTERNAL_CHAR = 18;
const BLANK_PADDED_CHAR = 1042;

/** How the engine reaches the database, and the shadow database in which it replays the migrations. */
export function adapterFactory(url, shadowUrl) {
  const { config, schema } = connectionOf(url);
  const inner = new PrismaPg(config, { schema });
  return bindMigrationAwareSqlAdapterFactory({
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: async () => suited(await inner.connect()),
    connectToShadowDb: () => (shadowUrl ? givenShadow(shadowUrl, schema) : ownShadow(url, config, schema)),
  });
}

async function givenShadow(shadowUrl, schema) {
  return suited(await new PrismaPg(connectionOf(shadowUrl).config, { schema }).connect());
}

async function ownShadow(url, config, schema) {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  const onOurs = (sql) => onServer(url, config.database, (client) => client.query(sql));
  await onOurs(`CREATE DATABASE ${quote(name)}`);
  const adapter = suited(await new PrismaPg({ ...config, database: name }, { schema }).connect());
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await onOurs(`DROP DATABASE IF EXISTS ${quote(name)}`);
  };
  return adapter;
}

/** Adds the two things that adapter-pg 7.10 lacks for migrations. */
function suited(adapter) {
  readInternalChar(adapter);
  sendScriptsWhole(adapter);
  return adapter;
}

/** The catalogue has columns of the type "char" (OID 18), which the adapter does not know. */
function readInternalChar(adapter) {
  const { queryRaw, performIO } = adapter;
  adapter.queryRaw = async (query) => {
    let found = [];
    const reading = Object.create(adapter, {
      performIO: {
        value: async (statement) => {
          const result = await performIO.call(adapter, statement);
          found = renameInternalChars(result.fields ?? []);
          return result;
        },
      },
    });
    const result = await queryRaw.call(reading, query);
    for (const index of found) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
}

function renameInternalChars(fields) {
  return fields.flatMap((field, index) => {
    if (field.dataTypeID !== INTERNAL_CHAR) return [];
    field.dataTypeID = BLANK_PADDED_CHAR;
    return [index];
  });
}

/** The adapter splits at every `;`, those in functions and strings too. The native engine sends a script in one. */
function sendScriptsWhole(adapter) {
  adapter.executeScript = async (script) => {
    try {
      await adapter.client.query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
}
