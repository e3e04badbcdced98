import { z } from "zod";
import { approvalOf } from "@/lib/domain/call-script/approval";
import type { ScriptState } from "@/lib/domain/call-script/lifecycle";
import { doubtsOf, faultsOf, mentionsOf, type ScriptLanguage } from "@/lib/domain/call-script/mentions";
import { Prisma } from "@/lib/generated/prisma/client";
import { cursorField, partyField, viewField } from "@/lib/forms/list-query";
import { ofController } from "@/lib/platform/read/of-controller";
import type { Tx } from "@/lib/platform/database/transaction";
import { afterText, countViews, ROWS_ASKED } from "@/lib/platform/read/list-page";
import { findRequests } from "./queries";

export const SCRIPT_VIEWS = ["all", "used", "retired"] as const;
type ScriptView = (typeof SCRIPT_VIEWS)[number];

export const scriptQuerySchema = z.object({
  view: viewField(SCRIPT_VIEWS),
  controller: partyField,
  after: cursorField,
});
type ScriptQuery = z.output<typeof scriptQuerySchema>;

type ListRow = {
  id: string;
  reference: string;
  title: string;
  controllerName: string;
  state: ScriptState;
  edition: number;
  usedEdition: number | null;
  language: ScriptLanguage;
  isRecorded: boolean | null;
  text: string;
};

const CONDITIONS: Record<ScriptView, Prisma.Sql> = {
  all: Prisma.sql`s.state <> 'retired'`,
  used: Prisma.sql`s.state = 'in-use'`,
  retired: Prisma.sql`s.state = 'retired'`,
};
const [TITLE, ID] = [Prisma.sql`s.title COLLATE register_order`, Prisma.sql`s.id`];
const CONTROLLER = Prisma.sql`s.controller_id`;

/** Returns one extra row, to detect a next page. */
export async function findScriptPage(tx: Tx, { view, controller, after }: ScriptQuery, day: string) {
  const rows = await tx.$queryRaw<ListRow[]>`
    SELECT s.id, s.reference, s.title, c.legal_name AS "controllerName", s.state, s.edition,
      s.used_edition AS "usedEdition", s.language, s.is_recorded AS "isRecorded", s.text
    FROM call_script s JOIN controller c ON c.org_id = s.org_id AND c.id = s.controller_id
    WHERE ${CONDITIONS[view]} ${ofController(CONTROLLER, controller)} ${afterText(TITLE, ID, after)}
    ORDER BY ${TITLE}, s.id::text LIMIT ${ROWS_ASKED}`;
  const requests = await findRequests(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ text, ...row }) => {
    const own = requests.filter(({ callScriptId }) => callScriptId === row.id);
    const { isRecorded, language } = row;
    const findings = mentionsOf({ text, language, isRecorded }, day);
    return {
      ...row,
      approval: approvalOf(row.edition, own),
      faults: faultsOf(findings).length,
      doubts: doubtsOf(findings).length,
    };
  });
}

export function countScripts(tx: Tx, controller = ""): Promise<Record<ScriptView, number>> {
  return countViews(
    tx,
    SCRIPT_VIEWS,
    (view) =>
      Prisma.sql`FROM call_script s WHERE ${CONDITIONS[view]} ${ofController(CONTROLLER, controller)}`,
  );
}
