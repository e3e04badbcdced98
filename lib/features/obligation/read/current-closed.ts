import type { OrgScope } from "@/lib/domain/access/scope";
import { findTouchedRecords } from "@/lib/features/compliance/read/touched-records";
import { HeadCache } from "@/lib/platform/read/head-cache";
import { readerFor } from "@/lib/platform/read/reader";
import type { Closed } from "./lacks/closed";
import { findClosedRecords, replaceClosed } from "./lacks/closed-records";

const cache = new HeadCache<Closed[]>();

/**
 * Reads the entries whose last gap was closed: once of all versions, then of the entries that changes concern. What jobs
 * assessed, without an entry of the journal, is read with what was written since the minute before.
 */
export function readClosedRecords(
  scope: OrgScope,
  { now, doneSince }: { now: Date; doneSince: Date },
): Promise<Closed[]> {
  const reader = readerFor(scope);
  return cache.read(scope, "closed", now, {
    compute: () => findClosedRecords(reader, doneSince),
    follow: async (known, changes, isLater) => {
      // Names of controllers are in it.
      if (changes.nouns.has("controller")) return null;
      // A closing that a job assessed is found by its instant, which may be as old as the job.
      const touched = await findTouchedRecords(
        reader,
        changes,
        isLater ? new Date(now.getTime() - LONGEST_JOB_MS) : null,
      );
      if (!touched) return null;
      const found = touched.ids.length === 0 ? [] : await findClosedRecords(reader, doneSince, touched.ids);
      return replaceClosed(known, touched.ids, found, doneSince);
    },
  });
}

/** Milliseconds for which a job may work on one reading of the clock. */
const LONGEST_JOB_MS = 2 * 86_400_000;
