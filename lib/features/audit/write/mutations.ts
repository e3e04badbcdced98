import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import {
  findOpenGrant,
  findParts,
  findRows,
  type OpenGrant,
  type Part,
} from "@/lib/features/audit/read/queries";
import { ROWS_PER_VOLUME, type AskedDossier, type TableChoice } from "@/lib/features/audit/schema";
import { requestDossier } from "@/lib/features/dossier/write/mutations";
import { isolate } from "@/lib/i18n/bidi";
import { withOrg } from "@/lib/platform/database/transaction";
import type { AuditorCtx } from "@/lib/platform/request/context";
import type { Download } from "@/lib/platform/transport/download-route";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { writeTable, type TableRow } from "./table-files";

/** Rows of one read. */
const CHUNK = 500;

/** Asks for a dossier of everything that the grant covers, as of its day. */
export async function askForOwnDossier(
  ctx: AuditorCtx,
  { controllerId, language }: AskedDossier,
): Promise<Outcome<{ id: string }>> {
  const grant = await withOrg(ctx.scope, (tx) => findOpenGrant(tx, ctx.actor.grantId));
  if (!grant) return refuse({ kind: "not-found" });
  const [sole, ...others] = grant.controllerIds;
  const only = controllerId || (!grant.isOfAll && others.length === 0 ? (sole ?? "") : "");
  if (only === "" && !grant.isOfAll) return invalid("controllerId", "required");
  return requestDossier(ctx, {
    audience: "auditor",
    recipient: grant.name,
    language,
    on: grant.asOf,
    sections: grant.sections,
    controllerIds: only === "" ? [] : [only],
  });
}

/** Takes one section away, as it was collected; a PDF in volumes, with the auditor's name and the instant across. */
export async function exportTable(
  ctx: AuditorCtx,
  { section, format, volume }: TableChoice,
): Promise<Outcome<Download<Uint8Array<ArrayBuffer>>>> {
  if (!isAuthorised(ctx, "export.take") || !ctx.actor.covers.includes(section))
    return refuse({ kind: "not-found" });
  const found = await readTable(ctx, { section, format, volume });
  if (!found) return refuse({ kind: "not-found" });
  const { grant, part, rows } = found;
  const made = await writeTable({
    grant,
    part,
    rows,
    section,
    format,
    now: ctx.now,
    foot: isolate(ctx.actor.grantId.slice(0, 18), grant.language),
  });
  const outcome = await write(ctx, async (_, journal) => {
    journal.note({
      event: "export.taken",
      subject: { noun: "export", id: null, label: made.fileName },
      after: { format, language: grant.language, contents: section, asOf: grant.asOf, records: rows.length },
    });
    return done(null);
  });
  return outcome.ok ? done(made) : outcome;
}

async function readTable(
  { actor, scope }: AuditorCtx,
  { section, format, volume }: TableChoice,
): Promise<{ grant: OpenGrant; part: Part; rows: TableRow[] } | null> {
  const { grantId } = actor;
  return withOrg(scope, async (tx) => {
    const grant = await findOpenGrant(tx, grantId);
    const part = (await findParts(tx, grantId)).find((one) => one.section === section);
    if (!grant || !part) return null;
    const first = format === "pdf" ? (volume - 1) * ROWS_PER_VOLUME : 0;
    const end = format === "pdf" ? Math.min(first + ROWS_PER_VOLUME, part.rowCount) : part.rowCount;
    if (first > 0 && first >= part.rowCount) return null;
    const rows: TableRow[] = [];
    for (let from = first; from < end; from += CHUNK)
      rows.push(...(await findRows(tx, { grantId, section }, { from, take: Math.min(CHUNK, end - from) })));
    return { grant, part, rows };
  });
}
