import { Prisma } from "@/lib/generated/prisma/client";
import { readCachedFigures } from "./cached-figures";
import type { PageReader } from "./reader";

/** Counts of rows, none above 1,001. */
export type RegisterCounts = {
  records: number;
  endedRecords: number;
  ownRecords: number;
  endedOwnRecords: number;
  /** Controllers that are not archived. */
  controllers: number;
  /** Sub-processors in the state "listed". */
  subProcessors: number;
  /** Threads that await the organisation's answer. */
  threads: number;
};

// Orders along an index, which leads to a thousand rows whatever the planner takes the table's size to be.
const COUNTS = Prisma.sql`SELECT
  ${recordsOf("processor")} AS "records", ${endedOf("processor")} AS "endedRecords",
  ${recordsOf("controller")} AS "ownRecords", ${endedOf("controller")} AS "endedOwnRecords",
  (SELECT count(*)::int FROM (
    SELECT FROM controller WHERE archived_at IS NULL LIMIT 1001) AS c) AS "controllers",
  (SELECT count(*)::int FROM (
    SELECT FROM sub_processor WHERE state = 'listed' LIMIT 1001) AS s) AS "subProcessors",
  (SELECT count(*)::int FROM (
    SELECT FROM thread WHERE state = 'with-processor' LIMIT 1001) AS t) AS "threads"`;

/** Counts for shell and lists alike. */
export function countRegister(reader: PageReader): Promise<RegisterCounts> {
  return readCachedFigures(reader, COUNTS);
}

function recordsOf(capacity: "processor" | "controller"): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM (
    SELECT FROM processing_record WHERE capacity = ${capacity} ORDER BY reference LIMIT 1001) AS r)`;
}

function endedOf(capacity: "processor" | "controller"): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM (
    SELECT FROM processing_record WHERE capacity = ${capacity} AND state = 'ended' ORDER BY reference LIMIT 1001) AS r)`;
}
