import { required } from "@/lib/domain/invariant/required";
import { composeNotice } from "@/lib/domain/breach/notice";
import type { Tx } from "@/lib/platform/database/transaction";
import { protectionWords } from "@/lib/features/breach-notice/print/protection-words";
import { findForeignNameFinder } from "@/lib/features/party-names/read/foreign";
import { findNoticeFile } from "./file";

/** States what the file makes of a notice to this controller now. */
export async function composeFor(tx: Tx, partId: string) {
  const file = await findNoticeFile(tx, partId, await protectionWords("fr"));
  if (!file) return null;
  const own = await findNoticeFile(tx, partId, await protectionWords(file.locale));
  const findForeign = await findForeignNameFinder(tx, file.controller.id);
  const worded = required(own, "the part of a breach");
  return { file: worded, findForeign, draft: composeNotice(worded.source, findForeign) };
}
