import { Prisma } from "@/lib/generated/prisma/client";
import { readKeptFigures } from "./kept-figures";
import type { PageReader } from "./reader";

/** How many rows a register holds, none above 1,001. */
export type RegisterCounts = {
  records: number;
  endedRecords: number;
  ownRecords: number;
  endedOwnRecords: number;
  /** Those that are served. */
  controllers: number;
  /** Those on the list. */
  subProcessors: number;
  /** Those that wait for the organisation's answer. */
  threads: number;
};

// Ordered along an index, which leads to a thousand rows whatever the planner takes the table's size to be.
const COUNTS = Prisma.sql`SELECT
  ${recordsOf("processor")} AS "records", ${endedOf("processor")} AS "endedRecords",
  ${recordsOf("controller")} AS "ownRecords", ${endedOf("controller")} AS "endedOwnRecords",
  (SELECT count(*)::int FROM (
    SELECT FROM controller WHERE archived_at IS NULL LIMIT 1001) AS c) AS "controllers",
  (SELECT count(*)::int FROM (
    SELECT FROM sub_processor WHERE state = 'listed' LIMIT 1001) AS s) AS "subProcessors",
  (SELECT count(*)::int FROM (
    SELECT FROM thread WHERE state = 'with-processor' LIMIT 1001) AS t) AS "threads"`;

/** The figures that shell and lists show, counted once for both. */
export function countRegister(reader: PageReader): Promise<RegisterCounts> {
  return readKeptFigures(reader, COUNTS);
}

function recordsOf(capacity: "processor" | "controller"): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM (
    SELECT FROM processing_record WHERE capacity = ${capacity} ORDER BY reference LIMIT 1001) AS r)`;
}

function endedOf(capacity: "processor" | "controller"): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM (
    SELECT FROM processing_record WHERE capacity = ${capacity} AND state = 'ended' ORDER BY reference LIMIT 1001) AS r)`;
}
