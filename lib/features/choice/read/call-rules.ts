import type { PersonFacts } from "@/lib/domain/campaign/person-facts";
import type { CallJudge } from "@/lib/domain/contact-permission/permission";
import { judgeIntendedCall } from "@/lib/domain/contact-permission/judge-call";
import type { HouseFinding } from "@/lib/domain/telephone-prospecting/house-rules";
import { MOST_ATTEMPTS } from "@/lib/domain/telephone-prospecting/judge-person";
import type { Territory } from "@/lib/domain/telephone-prospecting/territories";
import { houseWindowsOn, type Tightening } from "@/lib/domain/telephone-prospecting/tightening";
import { instantAt } from "@/lib/domain/time/zones";
import { findFrequentPersons } from "@/lib/features/call-log/read/attempts";
import { findRecentLogs } from "@/lib/features/call-log/read/recent-logs";
import { findTightening } from "@/lib/features/telephone/read/house";
import type { Tx } from "@/lib/platform/database/transaction";

/** Rules by which the lines of a list of calls are judged on a day. */
export type CallRules = { house: Tightening; day: string; frequent: ReadonlyMap<string, number> };

type Asked = { org: string; controllerId: string; day: string };

/** Reads the house's rules, and the persons whom the controller's logs tell of as often as law or house allow. */
export async function findCallRules(tx: Tx, { org, controllerId, day }: Asked): Promise<CallRules> {
  const house = await findTightening(tx);
  const at = instantAt("Europe/Paris", day, "23:59");
  const logs = await findRecentLogs(tx, { controllerId, at });
  const most = Math.min(MOST_ATTEMPTS, house.attempts ?? MOST_ATTEMPTS);
  return { house, day, frequent: await findFrequentPersons(tx, { org, logs, at, most }) };
}

/**
 * Makes the judges of the lines of a list, by territory and key of the person: a call of that day is judged at the first
 * hour that law and house leave open, and at noon where they leave none. A judgement is made once for calls that are alike.
 */
export function lineJudges({ house, day, frequent }: CallRules) {
  const known = new Map<string, HouseFinding[]>();
  return (persons: readonly string[], territories: readonly Territory[]): CallJudge | null => {
    if (territories.length === 0) return null;
    const attempts = Math.max(0, ...persons.map((person) => frequent.get(person) ?? 0));
    const [window] = houseWindowsOn(house, territories, day);
    const at = window?.from ?? instantAt("Europe/Paris", day, "12:00");
    const call = { at, territories, attempts, house, campaign: null };
    if (house.consentMonths !== null)
      return { judgesBasis: false, findingsOf: (facts) => judgeIntendedCall(call, facts) };
    const findingsOf = (facts: PersonFacts) => {
      const key = `${territories.join()} ${attempts}`;
      const found = known.get(key) ?? judgeIntendedCall(call, facts);
      known.set(key, found);
      return found;
    };
    return { judgesBasis: false, findingsOf };
  };
}
