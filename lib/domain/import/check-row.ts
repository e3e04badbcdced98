import { companiesIn } from "@/lib/domain/controller/companies";
import { isPlaceholderName } from "@/lib/domain/controller/placeholder";
import type { Destination } from "@/lib/domain/processing-record/content";
import { isAhead } from "@/lib/domain/processing-record/date-issues";
import { doubt } from "./doubts";
import type { Doubt, ImportTarget, RowReading } from "./types";

/**
 * A row as the register takes it on a day: a signature, an assessment or a review on a day to come has not taken place,
 * so its date is asked for again and its words are kept; a name of several companies is told with each of them.
 */
export function checkRow<R extends RowReading>(row: R, today: string): R {
  const { content } = row;
  const destinations = content.destinations.map((one) => withoutDatesAhead(one, today));
  const isReviewAhead = isAhead(content.reviewedOn, today);
  const doubts: Doubt[] = [
    ...content.destinations.flatMap((one) => datesAhead(one, today)),
    ...(isReviewAhead ? [doubtFutureDate("reviewedOn", content.reviewedOn)] : []),
    ...companyDoubts(row),
  ];
  if (doubts.length === 0) return row;
  const review = content.reviewedOn?.text || content.reviewedOn?.value;
  const notes = isReviewAhead ? [content.notes, review].filter(Boolean).join("\n") : content.notes;
  const reviewedOn = isReviewAhead ? null : content.reviewedOn;
  return {
    ...row,
    content: { ...content, destinations, reviewedOn, notes },
    doubts: [...row.doubts, ...unique(doubts)],
  };
}

function withoutDatesAhead(destination: Destination, today: string): Destination {
  const { signedOn, assessedOn, instrumentText, assessmentText } = destination;
  const [isSigned, isAssessed] = [isAhead(signedOn, today), isAhead(assessedOn, today)];
  return {
    ...destination,
    signedOn: isSigned ? null : signedOn,
    assessedOn: isAssessed ? null : assessedOn,
    instrumentText: isSigned ? withWords(instrumentText, signedOn) : instrumentText,
    assessmentText: isAssessed ? withWords(assessmentText, assessedOn) : assessmentText,
  };
}

/** The words of the cell hold its date as a rule; where there are none, the date is written there. */
function withWords(words: string, date: Destination["signedOn"]): string {
  return words === "" && date ? date.text || date.value : words;
}

function datesAhead({ signedOn, assessedOn }: Destination, today: string): Doubt[] {
  return [
    ...(isAhead(signedOn, today) ? [doubtFutureDate("instrument", signedOn)] : []),
    ...(isAhead(assessedOn, today) ? [doubtFutureDate("assessment", assessedOn)] : []),
  ];
}

function doubtFutureDate(field: ImportTarget, date: Destination["signedOn"]): Doubt {
  return { field, ...doubt("dateAhead", date?.text || date?.value) };
}

/** A number of registration shows one company, however its name reads. */
function companyDoubts({ controllerName, controller }: RowReading): Doubt[] {
  if (controller.registrationNumber || isPlaceholderName(controllerName)) return [];
  const names = companiesIn(controllerName);
  if (names.length < 2) return [];
  return [
    { field: "controllerName", ...doubt("severalControllers", controllerName, { names: names.join(" · ") }) },
  ];
}

function unique(doubts: readonly Doubt[]): Doubt[] {
  const stated = new Map(doubts.map((one) => [JSON.stringify(one), one]));
  return [...stated.values()];
}
