import type { BreachFile } from "@/lib/domain/breach/file";
import type { StatedFact } from "@/lib/domain/breach/issues";
import { isToldWrongly } from "@/lib/domain/breach/rectification";
import { done, refuse, type Issue, type Outcome } from "@/lib/domain/outcome/outcome";
import { findInformed } from "@/lib/features/breach/read/queries";
import { findRectifications } from "@/lib/features/breach/read/rectifications";
import type { BreachMove } from "@/lib/features/breach/schema";
import type { Tx } from "@/lib/platform/database/transaction";

/** Lists what a closing leaves open towards controllers, each kind with its own rows of the form. */
const LEFT = {
  untold: { kind: "controller-left-untold", key: "breach.untoldWithoutReason" },
  unrectified: { kind: "controller-left-unrectified", key: "breach.unrectifiedWithoutReason" },
} as const;
type Left = keyof typeof LEFT;

/**
 * Names each controller that nobody told, and each that believes a notice which was wrong, with a reason of its own: closing
 * tells it nothing, art. 33(2). Refused beside the field of each that has none.
 */
export async function leftFacts(tx: Tx, file: BreachFile, input: BreachMove): Promise<Outcome<StatedFact[]>> {
  const [untold, unrectified] = [
    await findUntold(tx, file, input.id),
    await findUnrectified(tx, file, input.id),
  ];
  const issues = [...missing("untold", untold, input), ...missing("unrectified", unrectified, input)];
  if (issues.length > 0) return refuse({ kind: "invalid", issues });
  return done([...stated("untold", untold, input), ...stated("unrectified", unrectified, input)]);
}

async function findUntold(tx: Tx, { awareAt, places }: BreachFile, id: string): Promise<string[]> {
  if (awareAt === null) return [];
  const informed = await findInformed(tx, [id]);
  return places.flatMap(({ status, controllerId }) =>
    status === "set-aside" || informed.has(`${id} ${controllerId}`) ? [] : [controllerId],
  );
}

async function findUnrectified(tx: Tx, { places }: BreachFile, id: string): Promise<string[]> {
  const rectificationOf = await findRectifications(tx, [id]);
  return places.flatMap(({ status, controllerId }) =>
    isToldWrongly(rectificationOf(id, controllerId, status)) ? [controllerId] : [],
  );
}

function missing(of: Left, left: readonly string[], input: BreachMove): Issue[] {
  return left.flatMap((controllerId) => {
    const at = input[of].findIndex((row) => row.controllerId === controllerId);
    if (input[of][at]?.reason) return [];
    return [{ path: at < 0 ? "event" : `${of}.${at}.reason`, key: LEFT[of].key }];
  });
}

function stated(of: Left, left: readonly string[], input: BreachMove): StatedFact[] {
  return left.map((controllerId) => ({
    kind: LEFT[of].kind,
    value: {},
    at: null,
    correctsId: null,
    controllerId,
    reason: input[of].find((row) => row.controllerId === controllerId)?.reason ?? "",
  }));
}
