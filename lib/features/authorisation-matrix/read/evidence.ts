import { canonicalText, type JsonValue } from "@/lib/domain/journal/canonical";
import { findAuthorisations, type AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import { findMessagesAbout, describeThreads } from "@/lib/features/thread/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";

/** Requests per read: each holds its annexed list. */
const PAGE = 200;

/** Evidence under article 28(2) and 28(9) in canonical text, a line per request, without database ids. */
export async function findEvidenceLines(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  for (let at = 0; at < ids.length; at += PAGE) {
    const page = ids.slice(at, at + PAGE);
    const rows = await findAuthorisations(tx, { id: { in: page } });
    const stated = await findMessagesAbout(tx, "authorisation", page);
    lines.push(
      ...rows.map((row) =>
        canonicalText({ ...exported(row), thread: describeThreads(stated.get(row.id)) } satisfies JsonValue),
      ),
    );
  }
  return lines;
}

function exported(row: AuthorisationRow) {
  const { reference, controller, contract, subProcessor, subProcessorVersion, scopeDigest } = row;
  const { regime, days, zone, language, recipient, text, textDigest, list, listDigest, state } = row;
  return {
    reference,
    controller: controller.legalName,
    contract: contract?.reference ?? null,
    subProcessor: {
      reference: subProcessor.reference,
      name: subProcessor.name,
      version: subProcessorVersion,
      scopeDigest,
    },
    regime,
    days,
    zone,
    language,
    recipient,
    text,
    textDigest,
    list,
    listDigest,
    state,
    sentAt: row.sentAt?.toISOString() ?? null,
    receivedAt: row.receivedAt?.toISOString() ?? null,
    conditions: row.conditions.map(({ text: values, metAt }) => ({
      text: values,
      metAt: metAt?.toISOString() ?? null,
    })),
    facts: row.facts.map(
      ({ id: _id, conditionId, documentId: _document, letterId: _letter, at, recordedAt, ...fact }) => ({
        ...fact,
        condition: row.conditions.find(({ id }) => id === conditionId)?.text ?? null,
        at: at.toISOString(),
        recordedAt: recordedAt.toISOString(),
      }),
    ),
  };
}
