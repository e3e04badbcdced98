import type { MinorFacts } from "@/lib/domain/minor/requirement";
import type { MinorQuery } from "@/lib/features/minor/schema";

/** Facts as they were answered; a birthdate outweighs an age. */
export function factsOf(query: MinorQuery): MinorFacts {
  return {
    country: query.country || null,
    born: query.born || (query.age === "" ? null : Number(query.age)),
    isByConsent: answerToBoolean(query.consent),
    isOnlineService: answerToBoolean(query.service),
    isCounselling: answerToBoolean(query.counselling),
  };
}

function answerToBoolean(answer: MinorQuery["consent"]): boolean | null {
  return answer === "" ? null : answer === "yes";
}
