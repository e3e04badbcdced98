import { APPOINTMENT } from "@/lib/domain/choice/choices";
import { findPendingObjections } from "@/lib/features/choice/read/pending-objections";
import { STANDING } from "@/lib/features/choice/read/standing";
import type { OrgScope } from "@/lib/domain/access/scope";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { keyedForms } from "@/lib/platform/secrets/keyed-forms";
import { everyKeyOf, personKeysOf } from "@/lib/platform/secrets/person-key";

/** Numbers whose key was looked for and that are remembered: a log repeats them. */
const MOST_REMEMBERED = 20_000;

/** Makes the keys of a log's numbers; whoever asks for them says first which numbers come. */
export type LogKeys = {
  prepareKeys: (numbers: readonly string[]) => Promise<void>;
  keyOf: (number: string) => Uint8Array;
};

/**
 * Keys the calls of a log. A call has one key, and is judged by it long after its number has gone: that of a number which may have
 * several is the one under which its person chose last towards the controllers, or objected; else that of today.
 */
export function keysOfLog(scope: OrgScope, controllers: readonly string[]): LogKeys {
  const [keyOf, keysOf] = [personKeysOf(scope.org), everyKeyOf(scope.org)];
  const known = new Map<string, Uint8Array>();
  return {
    async prepareKeys(numbers) {
      if (known.size >= MOST_REMEMBERED) known.clear();
      // Most numbers of most logs have one key, which is not made twice.
      const asked = numbers.filter((number) => keyedForms(number).length > 1 && !known.has(number));
      if (asked.length === 0) return;
      const several = [...new Set(asked)].map((number) => [number, keysOf(number)] as const);
      const keys = several.flatMap(([, own]) => own);
      const last = await withOrg(scope, (tx) => findLastChosen(tx, keys, controllers));
      for (const [number, own] of several) {
        const [chosen = own[0]] = own.toSorted((a, b) => (last.get(b) ?? 0) - (last.get(a) ?? 0));
        known.set(number, Buffer.from(chosen, "hex"));
      }
    },
    keyOf: (number) => known.get(number) ?? keyOf(number),
  };
}

/** Instant of the last choice about calls, or of the last objection that waits for its controller, by the key in hex. */
async function findLastChosen(
  tx: Tx,
  keys: readonly string[],
  controllers: readonly string[],
): Promise<Map<string, number>> {
  const choices = await tx.choice.findMany({
    where: {
      personKey: { in: keys.map((key) => Buffer.from(key, "hex")) },
      controllerId: { in: [...controllers] },
      act: { in: ["telephone", APPOINTMENT] },
      ...STANDING,
    },
    select: { personKey: true, decidedAt: true },
  });
  const pending = await findPendingObjections(tx, new Set(keys), Date.now());
  const instants = [
    ...choices.map(({ personKey, decidedAt }) => [hexOf(personKey), decidedAt.getTime()] as const),
    ...[...pending].flatMap(([key, own]) => own.map(({ receivedAt }) => [key, receivedAt] as const)),
  ];
  const last = new Map<string, number>();
  for (const [key, at] of instants) last.set(key, Math.max(at, last.get(key) ?? 0));
  return last;
}

function hexOf(key: Uint8Array): string {
  return Buffer.from(key).toString("hex");
}
