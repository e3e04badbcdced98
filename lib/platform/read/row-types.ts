import { types, type CustomTypesConfig } from "pg";

const { INT8, NUMERIC, DATE, TIMESTAMP } = types.builtins;

/** Types that Prisma reads in other values than pg does: a bigint, a decimal, a day of UTC. */
const UNLIKE: ReadonlySet<number> = new Set([INT8, NUMERIC, DATE, TIMESTAMP]);

/**
 * Reads a column as Prisma's raw queries do, so that one statement serves both; a type that they read otherwise is
 * refused, and is cast in the statement instead.
 */
export const rowTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    UNLIKE.has(oid) ? refuse : types.getTypeParser(oid, format as "text")) as typeof types.getTypeParser,
};

function refuse(): never {
  throw new Error("A column of this type is read in two ways: cast it in the statement.");
}
