import type { OrgScope } from "@/lib/domain/access/scope";
import { HeadCache } from "@/lib/platform/read/head-cache";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import type { RecordFigures } from "./record-figures";
import { judgeUses, type NamedSubProcessors, type SubProcessorUsePart } from "./sub-processor-uses";

/** Sub-processors in use as they were judged, by controller, with those that were named. */
type Uses = ReadonlyMap<string, { ids: string; parts: readonly SubProcessorUsePart[] }>;

const cache = new HeadCache<Uses>();
const none = (): SubProcessorUsePart[] => [];

/** Reads sub-processors in use: after a change of entries alone, those of controllers whose entries name others. */
export async function readUses(
  scope: OrgScope,
  { parties }: RecordFigures,
  now: Date,
): Promise<SubProcessorUsePart[]> {
  const all = [...parties.values()].flatMap(({ named }) => named);
  const judge = async (named: readonly NamedSubProcessors[]): Promise<Uses> => {
    const parts = named.length === 0 ? [] : await readInScope(scope, (tx) => judgeUses(tx, now, named));
    const uses = new Map(
      named.map(({ controllerId, ids }) => [controllerId, { ids: ids.join(), parts: none() }]),
    );
    for (const part of parts) uses.get(part.controller_id)?.parts.push(part);
    return uses;
  };
  const uses = await cache.read(scope, "uses", now, {
    compute: () => judge(all),
    follow: async (known, { nouns }, isLater) => {
      if (isLater || [...nouns].some((noun) => noun !== "processing-record")) return null;
      const isKnown = ({ controllerId, ids }: NamedSubProcessors) =>
        known.get(controllerId)?.ids === ids.join();
      const judged = await judge(all.filter((one) => !isKnown(one)));
      return new Map(
        all.flatMap(({ controllerId }) => {
          const of = judged.get(controllerId) ?? known.get(controllerId);
          return of ? [[controllerId, of] as const] : [];
        }),
      );
    },
  });
  return [...uses.values()].flatMap(({ parts }) => parts);
}
