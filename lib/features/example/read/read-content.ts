import { entryOf } from "@/lib/domain/invariant/required";
import { recordContentSchema, type RecordContent } from "@/lib/domain/processing-record/content";
import type { PartialDate } from "@/lib/domain/time/partial-date";
import { readPartialDate } from "@/lib/domain/time/read-partial-date";
import type { ExampleContent } from "@/lib/features/example/content/parts";

/** Parses content with the form's schema; `measureIds` are those of its library codes, `procedureIds` those of titles. */
export function readContent(
  stated: ExampleContent,
  measureIds: ReadonlyMap<string, string>,
  procedureIds: ReadonlyMap<string, string> = new Map(),
): RecordContent {
  const {
    library = [],
    procedure,
    destinations = [],
    startsOn,
    endsOn,
    reviewedOn,
    reviewDueOn,
    ...rest
  } = stated;
  return recordContentSchema.parse({
    ...rest,
    destinations: destinations.map(({ signedOn, assessedOn, ...to }) => ({
      ...to,
      signedOn: date(signedOn),
      assessedOn: date(assessedOn),
    })),
    measureIds: library.map((code) => entryOf(measureIds, code)),
    minorsProcedureId: procedure === undefined ? null : (procedureIds.get(procedure) ?? null),
    startsOn: date(startsOn),
    endsOn: date(endsOn),
    reviewedOn: date(reviewedOn),
    reviewDueOn: date(reviewDueOn),
  });
}

function date(text: string | undefined): PartialDate | null {
  return text ? readPartialDate(text) : null;
}
