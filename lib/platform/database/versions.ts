import { Prisma } from "@/lib/generated/prisma/client";

/** Selects the versions in force at an instant: recorded by then, and superseded after it or never. */
export function versionsAt(instant: Date) {
  return {
    recordedAt: { lte: instant },
    OR: [{ supersededAt: null }, { supersededAt: { gt: instant } }],
  };
}

/** Builds the condition in SQL on a table's alias. */
export function versionAtSql(alias: "v" | "cv", instant: Date): Prisma.Sql {
  const table = Prisma.raw(alias);
  return Prisma.sql`${table}.recorded_at <= ${instant} AND (${table}.superseded_at IS NULL OR ${table}.superseded_at > ${instant})`;
}
