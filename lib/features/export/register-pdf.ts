import { renderPdf } from "@/lib/platform/pdf/render-pdf";
import { writeZip } from "@/lib/platform/sheets/zip-writer";
import { contentText } from "./content-hash";
import { logoImage } from "./document/logo";
import type { GatheredVolume } from "./gather";
import { buildRegisterDocument } from "./register-document";
import type { ExportedRecord, RegisterHead } from "./register-export";
import type { RegisterWords } from "./words";

export type Printing = {
  head: RegisterHead;
  /** What the register is cut into; `records` are those of all, one after the other. */
  volumes: readonly GatheredVolume[];
  records: AsyncIterator<ExportedRecord>;
  words: RegisterWords;
};

/** A register that one volume holds. */
export async function printVolume(
  { head, records, words }: Printing,
  { hash, records: count, number, total }: GatheredVolume,
): Promise<Uint8Array> {
  const volume = { ...head, volume: { number, total }, records: await takeNext(records, count) };
  return renderPdf({
    template: "lib/features/export/register.typ",
    data: buildRegisterDocument(volume, { hash, words }),
    locale: words.locale,
    attachment: contentText(volume),
    image: logoImage(volume),
  });
}

/** All volumes of a register in one archive, each composed only when it is read: memory is that of one. */
export function printVolumes(
  printing: Printing,
  nameOf: (volume: RegisterHead["volume"]) => string,
): AsyncGenerator<Uint8Array> {
  const parts = printing.volumes.map((volume) => ({
    path: nameOf(volume),
    text: printLater(printing, volume),
  }));
  return writeZip(parts, new Date(printing.head.takenAt));
}

async function* printLater(printing: Printing, volume: GatheredVolume): AsyncGenerator<Uint8Array> {
  yield await printVolume(printing, volume);
}

async function takeNext<T>(items: AsyncIterator<T>, count: number): Promise<T[]> {
  const taken: T[] = [];
  while (taken.length < count) {
    const next = await items.next();
    if (next.done) throw new Error("A register was put by with fewer entries than were counted.");
    taken.push(next.value);
  }
  return taken;
}
