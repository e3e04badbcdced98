import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  isDriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import { escapeIdentifier } from "pg";
import { withConnection } from "@/lib/platform/database/connection";

/** PostgreSQL's internal one-byte type, all over its catalogue. */
const charOid = 18;

export type MigrationAdapter = SqlMigrationAwareDriverAdapterFactory & {
  /** Closes what the engine leaves open, and with it the advisory lock that the engine never gives back. */
  close: () => Promise<void>;
};

/**
 * Prisma's own adapter for PostgreSQL, with four faults of 7.10.0 mended for the schema engine: scripts cut at each
 * semicolon, a shadow database that is the real one, one dropped while in use, and the undecodable type "char".
 */
export function migrationAdapter(ownerUrl: string): MigrationAdapter {
  const opened: SqlDriverAdapter[] = [];
  const remember = async (connecting: Promise<SqlDriverAdapter>) => {
    const adapter = await connecting;
    opened.push(adapter);
    return adapter;
  };
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => remember(connect(ownerUrl)),
    connectToShadowDb: () => remember(connectToShadow(ownerUrl)),
    close: async () => void (await Promise.all(opened.map((adapter) => adapter.dispose()))),
  };
}

async function connect(
  url: string,
  afterDispose: () => Promise<unknown> = async () => {},
): Promise<SqlDriverAdapter> {
  const inner = await new PrismaPg({ connectionString: url, max: 1 }).connect();
  let isDisposed = false;
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: (query) => queryWithCharacters(inner, url, query),
    executeRaw: (query) => inner.executeRaw(query),
    // Sends the whole text as one simple query, bodies in $$ included, since it has no arguments.
    executeScript: async (script) => void (await inner.executeRaw({ sql: script, args: [], argTypes: [] })),
    startTransaction: (level) => inner.startTransaction(level),
    getConnectionInfo: () => inner.getConnectionInfo(),
    dispose: async () => {
      if (isDisposed) return;
      isDisposed = true;
      await inner.dispose();
      await afterDispose();
    },
  };
}

async function connectToShadow(ownerUrl: string): Promise<SqlDriverAdapter> {
  const name = `amana_shadow_${randomUUID()}`;
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  await runAsOwner(ownerUrl, `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE template0`);
  return connect(url.toString(), () => runAsOwner(ownerUrl, `DROP DATABASE ${escapeIdentifier(name)}`));
}

/** Asks again with the offending columns cast to text, and gives them back as characters. */
async function queryWithCharacters(
  inner: SqlDriverAdapter,
  url: string,
  query: SqlQuery,
): Promise<SqlResultSet> {
  try {
    return await inner.queryRaw(query);
  } catch (error) {
    if (!isUndecodableCharacter(error)) throw error;
  }
  const fields = await describe(url, query);
  const columns = fields.map(({ isCharacter }, index) => (isCharacter ? `c${index}::text` : `c${index}`));
  const names = fields.map((_, index) => `c${index}`);
  const sql = `SELECT ${columns.join(", ")} FROM (${query.sql.replace(/;\s*$/, "")}) AS q(${names.join(", ")})`;
  const result = await inner.queryRaw({ ...query, sql });
  return {
    ...result,
    columnNames: fields.map(({ name }) => name),
    columnTypes: result.columnTypes.map((type, index) =>
      fields[index]?.isCharacter ? ColumnTypeEnum.Character : type,
    ),
  };
}

function isUndecodableCharacter(error: unknown): boolean {
  return (
    isDriverAdapterError(error) &&
    error.cause.kind === "UnsupportedNativeDataType" &&
    error.cause.type === "char"
  );
}

async function describe(url: string, query: SqlQuery): Promise<{ name: string; isCharacter: boolean }[]> {
  const result = await runAsOwner(url, query.sql, query.args);
  return result.fields.map(({ name, dataTypeID }) => ({ name, isCharacter: dataTypeID === charOid }));
}

function runAsOwner(url: string, sql: string, args: unknown[] = []) {
  return withConnection(url, (owner) => owner.query(sql, args));
}
