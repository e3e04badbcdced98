import { applicableLaws, type ApplicableLaws, type LawFacts } from "@/lib/domain/statute/applicable-laws";
import { type DutyGround, dutyGround, type GroundFacts } from "@/lib/domain/obligation/duty-ground";
import { type Duty, todayAtHome } from "@/lib/domain/obligation/types";
import { isBoundUnder, type StoredBinding } from "@/lib/domain/contract/bound-under";
import type { GdprBinding } from "@/lib/domain/organisation/types";
import type { Reader } from "@/lib/platform/read/reader";

type ClientRow = LawFacts & { id: string; contracts: StoredBinding[] | null; isArchived: boolean };

export type GroundOf = (duty: Pick<Duty, "kind" | "controller">) => DutyGround;

/** Lines of a list with the texts by which each is owed. */
export async function addGrounds<Line extends Pick<Duty, "kind" | "controller">>(
  reader: Reader,
  lines: readonly Line[],
  now: Date,
): Promise<(Line & { ground: DutyGround })[]> {
  const groundOf = await findGrounds(reader, now);
  return lines.map((line) => ({ ...line, ground: groundOf(line) }));
}

/** Reads by which texts duties are owed, on the organisation's day: of their client's laws, or of all clients'. */
export async function findGrounds(reader: Reader, now: Date): Promise<GroundOf> {
  const factsOf = await findGroundFacts(reader, now);
  return ({ kind, controller }) => dutyGround(kind, factsOf(controller?.id ?? ""));
}

/** Facts of one client by its id; of all clients together where the id is of none; of the organisation alone under `own`. */
export async function findGroundFacts(
  reader: Reader,
  now: Date,
): Promise<(id: string, own?: "own") => GroundFacts> {
  const on = todayAtHome(now.getTime());
  const [rows, [organisation]] = await Promise.all([
    findClients(reader, on),
    reader.$queryRaw<{ binding: GdprBinding }[]>`SELECT gdpr_binding AS binding FROM organisation`,
  ]);
  const usual = organisation?.binding ?? "contractual-only";
  const isProcessorBound = usual !== "contractual-only";
  const lawsOf = new Map(rows.map((row): [string, ApplicableLaws] => [row.id, applicableLaws(row, { on })]));
  const served = rows.filter(({ isArchived }) => !isArchived);
  const ofAll: GroundFacts = {
    clients: served.flatMap(({ id }) => lawsOf.get(id) ?? []),
    isOfOneClient: false,
    hasContract: served.some(({ contracts }) => contracts !== null),
    isProcessorBound,
  };
  const byClient = new Map(
    rows.map(({ id, contracts }): [string, GroundFacts] => {
      const laws = lawsOf.get(id);
      return [
        id,
        {
          clients: laws ? [laws] : [],
          isOfOneClient: true,
          hasContract: contracts !== null,
          isProcessorBound: isBoundUnder(contracts ?? [], { usual, on }),
        },
      ];
    }),
  );
  const own: GroundFacts = { clients: [], isOfOneClient: false, hasContract: false, isProcessorBound };
  return (id, of) => (of === "own" ? own : (byClient.get(id) ?? ofAll));
}

function findClients(reader: Reader, on: string): Promise<ClientRow[]> {
  return reader.$queryRaw`
    SELECT c.id, c.country, c.address, c.establishments, c.targeting, c.target_countries AS "targetCountries",
      c.archived_at IS NOT NULL AS "isArchived",
      (SELECT jsonb_agg(jsonb_build_object('signedOn', k.signed_on, 'effectiveOn', k.effective_on,
          'noticeGivenOn', k.notice_given_on, 'endedOn', k.ended_on, 'content',
          CASE WHEN jsonb_path_exists(k.content, '$.**.binding ? (@ != null)') THEN k.content END))
        FROM contract k WHERE k.org_id = c.org_id AND k.controller_id = c.id
        AND k.effective_on <= ${on} AND (k.binds_until IS NULL OR k.binds_until >= ${on})) AS contracts
    FROM controller c`;
}
