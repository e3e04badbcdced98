import {
  countEndless,
  countHolding,
  findCollections,
  findConsentFilesAt,
} from "@/lib/features/choice/read/collections";
import type { SectionQuery } from "@/lib/features/dossier/read/section";
import { translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";
import type { TelephoneRow } from "./telephone-row";

/** Collections of consents with the hash of their wording, then each file by its hash and counts. */
export async function* consentRows(tx: Tx, query: SectionQuery): AsyncGenerator<TelephoneRow> {
  const found = await findCollectionsAt(tx, query);
  const ids = found.map(({ id }) => id);
  const { at, day } = query;
  const holding = await countHolding(tx, ids, { at: at.getTime(), day });
  const files = await findConsentFilesAt(tx, ids, at);
  const endless = await countEndless(tx, ids, at);
  for (const collection of found) {
    const own = holding.find(({ collectionId }) => collectionId === collection.id);
    yield describeCollection(collection, own?.today ?? 0, query);
    for (const file of files)
      if (file.collectionId === collection.id)
        yield await describeFile({ ...file, endless: endless.get(file.id) ?? 0 }, collection, query);
  }
}

type Collection = Awaited<ReturnType<typeof findCollections>>[number];
type ConsentFile = Awaited<ReturnType<typeof findConsentFilesAt>>[number];

async function findCollectionsAt(tx: Tx, { at, controllerIds }: SectionQuery): Promise<Collection[]> {
  const all = controllerIds ?? (await tx.controller.findMany({ select: { id: true } })).map(({ id }) => id);
  const rows = await findCollections(tx, all);
  return rows.filter(({ recordedAt }) => recordedAt <= at.getTime()).toReversed();
}

function describeCollection(
  { id, title, purpose, wording, wordingSha256, items, proofPlace, recordedAt, controller }: Collection,
  holding: number,
  { words, nameOf }: SectionQuery,
): TelephoneRow {
  return {
    kind: "collection",
    subject: null,
    drawnOf: id,
    cells: {
      reference: title,
      title: purpose,
      controller: nameOf(controller.id),
      text: wording,
      recordedAt: words.instant(recordedAt),
      fileDigest: wordingSha256,
      counts: words.dossier("holding", { count: holding }),
    },
    data: {
      title,
      purpose,
      controller: nameOf(controller.id),
      wording,
      wordingSha256,
      items: { ...items },
      proofPlace,
      recordedAt: new Date(recordedAt).toISOString(),
      holding,
    },
  };
}

async function describeFile(
  { extent, sha256, keepUntil, recordedAt, endless, ...file }: ConsentFile & { endless: number },
  { id, title, controller }: Collection,
  { words, nameOf }: SectionQuery,
): Promise<TelephoneRow> {
  const t = await translator(words.locale, "choice");
  const counted = {
    lines: file.lineCount,
    added: file.addedCount,
    known: file.knownCount,
    refused: file.refusedCount,
    endless,
  };
  return {
    kind: "consent-file",
    subject: null,
    drawnOf: id,
    cells: {
      reference: title,
      title: t(`consents.extents.${extent}`),
      controller: nameOf(controller.id),
      recordedAt: words.instant(recordedAt),
      lastDay: words.day(keepUntil),
      fileDigest: sha256,
      counts: words.dossier("consentCounts", counted),
    },
    data: {
      collection: title,
      controller: nameOf(controller.id),
      extent,
      sha256,
      ...counted,
      keepUntil,
      recordedAt: new Date(recordedAt).toISOString(),
    },
  };
}
