import { required } from "@/lib/domain/invariant/required";
import { composeNotice } from "@/lib/domain/breach/notice";
import type { Tx } from "@/lib/platform/database/transaction";
import { sourceWords } from "@/lib/features/breach-notice/print/source-words";
import { findForeignNameFinder } from "@/lib/features/party-names/read/foreign";
import { askedNameFinder } from "@/lib/features/breach/read/asked-names";
import { findNameable } from "@/lib/features/breach/read/names";
import { findNoticeFile } from "./file";

/** States what the file makes of a notice to this controller now. */
export async function composeFor(tx: Tx, partId: string) {
  const file = await findNoticeFile(tx, partId, await sourceWords("fr"));
  if (!file) return null;
  const own = await findNoticeFile(tx, partId, await sourceWords(file.locale));
  const findForeign = await findForeignNameFinder(tx, file.controller.id);
  const worded = required(own, "the part of a breach");
  const findAsked = await askedNameFinder(tx, file.controller.id, await findNameable(tx));
  return { file: worded, findAsked, draft: composeNotice(worded.source, findForeign) };
}
