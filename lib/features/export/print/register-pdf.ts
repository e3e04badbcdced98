import { renderPdf, type PdfRequest } from "@/lib/platform/pdf/render-pdf";
import { readAhead } from "@/lib/platform/transport/read-ahead";
import { writeZip } from "@/lib/platform/sheets/zip-writer";
import { contentText } from "./content-hash";
import { logoImage } from "@/lib/features/export/print/document/logo";
import type { CollectedVolume } from "@/lib/features/export/read/collect-register";
import { buildRegisterDocument } from "./register-document";
import type { ExportedRecord, RegisterHead } from "@/lib/features/export/read/register-export";
import type { RegisterWords } from "./words";

export type Printing = {
  head: RegisterHead;
  /** Divisions of the register; `records` are those of all volumes in order. */
  volumes: readonly CollectedVolume[];
  records: AsyncIterator<ExportedRecord>;
  words: RegisterWords;
  standard?: PdfRequest["standard"];
};

export async function printVolume(printing: Printing, volume: CollectedVolume): Promise<Uint8Array> {
  return compose(printing, volume, await readNext(printing.records, volume.records));
}

/** Yields an archive and composes two volumes at a time, which bounds memory. */
export async function* printVolumes(
  printing: Printing,
  nameOf: (volume: RegisterHead["volume"]) => string,
): AsyncGenerator<Uint8Array> {
  let reading: Promise<unknown> = Promise.resolve();
  // Entries are read in order, whichever volume is composed first.
  const readBatch = (count: number) => {
    const batch = reading.then(() => readNext(printing.records, count));
    reading = batch.catch(() => undefined);
    return batch;
  };
  const printed = readAhead(printing.volumes, async (volume) =>
    compose(printing, volume, await readBatch(volume.records)),
  );
  const parts = printing.volumes.map((volume) => ({
    path: nameOf(volume),
    text: readOne(printed),
    isDense: true,
  }));
  try {
    yield* writeZip(parts, new Date(printing.head.takenAt));
  } finally {
    await printed.return(undefined);
  }
}

function compose(
  { head, words, standard }: Printing,
  { hash, number, total }: CollectedVolume,
  records: ExportedRecord[],
): Promise<Uint8Array> {
  const volume = { ...head, volume: { number, total }, records };
  return renderPdf({
    template: "lib/features/export/print/register.typ",
    data: buildRegisterDocument(volume, { hash, words }),
    locale: words.locale,
    standard,
    attachment: contentText(volume),
    image: logoImage(volume),
  });
}

async function* readOne<T>(items: AsyncIterator<T>): AsyncGenerator<T> {
  yield* await readNext(items, 1);
}

async function readNext<T>(items: AsyncIterator<T>, count: number): Promise<T[]> {
  const batch: T[] = [];
  while (batch.length < count) {
    const next = await items.next();
    if (next.done) throw new Error("A register was put by with less than was counted.");
    batch.push(next.value);
  }
  return batch;
}
