import { faultsOf, mentionsOf, type ScriptLanguage } from "@/lib/domain/call-script/mentions";
import { readersOf } from "@/lib/domain/call-script/readers";
import { undatedOf } from "@/lib/domain/obligation/types";
import { todayIn } from "@/lib/domain/time/zones";
import { findReadings } from "@/lib/features/call-script/read/queries";
import { COUNTED, type FindLacks } from "./asked";

/** Most scripts in use that are judged at once. */
const MOST = 500;

type Used = {
  id: string;
  reference: string;
  title: string;
  controllerId: string;
  controller: string;
  edition: number;
  language: ScriptLanguage;
  isRecorded: boolean | null;
  text: string;
};

/** Scripts in use whose approved text the law of the day does not admit, and those that some agent has not read. */
export const findScriptLacks: FindLacks = async (tx, { now }) => {
  // Consumers are called in France, by whose days the law is dated.
  const day = todayIn("Europe/Paris", now.getTime());
  const used = await tx.$queryRaw<Used[]>`
    SELECT DISTINCT ON (s.id) s.id, s.reference, s.title, s.controller_id AS "controllerId",
      c.legal_name AS controller, r.edition, r.language, s.is_recorded AS "isRecorded", r.text
    FROM call_script s JOIN controller c ON c.org_id = s.org_id AND c.id = s.controller_id
    JOIN call_script_request r ON r.org_id = s.org_id AND r.call_script_id = s.id AND r.edition = s.used_edition
    WHERE s.state = 'in-use' ORDER BY s.id, r.recorded_at DESC LIMIT ${MOST}`;
  const found = [];
  for (const script of used) {
    const { id, reference, controllerId, controller, title: about } = script;
    const row = {
      subject: { id, reference },
      controller: { id: controllerId, name: controller },
      ...COUNTED,
      path: `/telephone/scripts/${id}`,
    };
    if (faultsOf(mentionsOf(script, day)).length > 0)
      found.push(undatedOf(row, "call-script.mentions", { about }));
    const readers = readersOf(await findReadings(tx, id), script.edition);
    if (readers.some(({ readOn }) => readOn === null))
      found.push(undatedOf({ ...row, path: `${row.path}/agents` }, "call-script.unread", { about }));
  }
  return found;
};
