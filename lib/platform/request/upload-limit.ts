import { log } from "@/lib/platform/log/log";
import { countWeighted } from "./rate-limit";
import { beginTask } from "./task-limit";

const HOUR_MS = 3_600_000;

/** Kibibytes that one person may send within an hour: a log of calls may have half a gibibyte. */
export const KIBIBYTES_PER_HOUR = { tries: 4 * 1024 * 1024, windowMs: HOUR_MS };
/**
 * Milliseconds for which files of one person may be read within an hour, an upper bound of their processor time: a child that reads
 * one works on a single core.
 */
export const READING_PER_HOUR = { tries: 30 * 60_000, windowMs: HOUR_MS };

const bytesKey = (personId: string) => `upload:bytes:${personId}`;
const readingKey = (personId: string) => `upload:reading:${personId}`;

/**
 * Begins the reading of a file that a person sends; answers what ends it, or null where as many are under way as may be, or the
 * person has sent or had read as much as one may within an hour.
 */
export async function beginUpload(
  personId: string,
  request: Request,
  now = new Date(),
): Promise<(() => void) | null> {
  const kibibytes = Math.ceil(Number(request.headers.get("content-length") ?? 0) / 1024);
  if (!(await countWeighted(readingKey(personId), 0, READING_PER_HOUR, now))) return null;
  if (!(await countWeighted(bytesKey(personId), kibibytes, KIBIBYTES_PER_HOUR, now))) return null;
  const endTurn = beginTask(personId);
  if (!endTurn) return null;
  const begun = performance.now();
  let isEnded = false;
  return () => {
    if (isEnded) return;
    isEnded = true;
    endTurn();
    const spent = Math.ceil(performance.now() - begun);
    countWeighted(readingKey(personId), spent, READING_PER_HOUR, now).catch((error: unknown) =>
      log.error({ err: error }, "the time of an upload was not counted"),
    );
  };
}
