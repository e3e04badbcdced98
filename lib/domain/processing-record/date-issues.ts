import type { Issue } from "@/lib/domain/outcome/outcome";
import { isDayAhead, type PartialDate } from "@/lib/domain/time/partial-date";
import type { RecordContent } from "./content";

type DatedContent = Partial<Pick<RecordContent, "destinations" | "reviewedOn">>;

/**
 * A day to come where only the past makes sense: a signature, an assessment, a review that was done. What stood before
 * keeps nobody from saving the rest.
 */
export function dateAheadIssue(before: DatedContent, stated: DatedContent, today: string): Issue | null {
  const previous = new Set(datesOf(before).map(({ date }) => date?.value));
  const ahead = datesOf(stated).find(({ date }) => isAhead(date, today) && !previous.has(date?.value));
  return ahead ? { path: ahead.path, key: "dateAhead" } : null;
}

/** The first day to come that an entry bears where only the past makes sense, the day of its state among them. */
export function firstDayAhead(
  entry: DatedContent & { stateSince: string | null },
  today: string,
): string | null {
  const { stateSince } = entry;
  const ahead = datesOf(entry).find(({ date }) => isAhead(date, today));
  return ahead?.date?.value ?? (isDayAhead(stateSince, today) ? stateSince : null);
}

/** True when even the first day that a date may mean is to come. */
export function isAhead(date: PartialDate | null, today: string): boolean {
  return isDayAhead(date?.value, today);
}

function datesOf({
  destinations = [],
  reviewedOn = null,
}: DatedContent): { path: string; date: PartialDate | null }[] {
  return [
    ...destinations.flatMap(({ signedOn, assessedOn }, at) => [
      { path: `destinations.${at}.signedOn`, date: signedOn },
      { path: `destinations.${at}.assessedOn`, date: assessedOn },
    ]),
    { path: "reviewedOn", date: reviewedOn },
  ];
}
