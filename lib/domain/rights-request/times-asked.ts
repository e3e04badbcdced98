import type { StatedTimes } from "@/lib/domain/choice/stop-times";
import { done, invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import { todayIn } from "@/lib/domain/time/zones";
import { stopOf } from "./rights";
import { mayTakeMore, timesInWords } from "./stop-time-words";

/** Answers to whether an objection ends contact at any time, or at the times alone that its words name. */
export const TIMES_ANSWERS = ["always", "as-written"] as const;

type Asked = {
  rights: readonly string[];
  words: string;
  /** Instant at which the words were received, in milliseconds. */
  at: number;
  timesAnswer: (typeof TIMES_ANSWERS)[number] | null;
};

/** Times that the words of an objection or a withdrawal name; null of any other request, and where they name none. */
export function timesNamed({ rights, words, at }: Omit<Asked, "timesAnswer">): StatedTimes | null {
  return stopOf(rights) === null ? null : timesInWords(words, todayIn("Europe/Paris", at));
}

/** True where what is proposed of those times may refuse more than was said, which whoever decides is told. */
export function timesTakeMore({ rights, words, at }: Omit<Asked, "timesAnswer">): boolean {
  return stopOf(rights) !== null && mayTakeMore(words, todayIn("Europe/Paris", at));
}

/**
 * Times to which an objection is limited, as whoever read its words says: an objection is neither widened nor narrowed in silence,
 * 21(2). Null is at any time; refused while words that name times are not answered.
 */
export function answeredTimes(asked: Asked): Outcome<StatedTimes | null> {
  const named = timesNamed(asked);
  if (named === null || asked.timesAnswer === "always") return done(null);
  return asked.timesAnswer === null ? invalid("timesAnswer", "rights-request.timesAsked") : done(named);
}
