import { emptyContent, type RecordContent } from "@/lib/domain/processing-record/content";
import { contentOf } from "@/lib/domain/template/content";
import { recordTemplate } from "@/lib/domain/template/library";
import { withoutIsolates } from "@/lib/i18n/bidi";
import { translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";
import { findAdopted, findUnusableMeasures } from "./queries";
import type { RecordCreate } from "@/lib/features/processing-record/schema";

type Begun = { content: RecordContent; from?: { template: string } };

/** Merges typed values and template; names adopted measures alone. Null for an unknown template. */
export async function beginContent(tx: Tx, input: RecordCreate): Promise<Begun | null> {
  const { activity, operations } = input;
  if (!input.template) return { content: { ...emptyContent(activity), operations } };
  const template = recordTemplate(input.template);
  if (!template) return null;
  const t = await translator(input.language ?? "fr", "template-library");
  const proposed = contentOf(template, (key) => withoutIsolates(t(key)));
  const measureIds = await namable(tx, template.measures);
  return { content: { ...proposed, activity, operations, measureIds }, from: { template: template.code } };
}

/** Locks measures against retirement; omits retired ones. */
async function namable(tx: Tx, codes: readonly string[]): Promise<string[]> {
  const adopted = await findAdopted(tx, codes);
  const unusable = await findUnusableMeasures(tx, adopted);
  return adopted.filter((id) => !unusable.includes(id));
}
