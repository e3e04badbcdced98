import { CFB } from "@e965/xlsx";

/** A message of Outlook with texts by the ids of their properties, delivered on 30 November 2026 at 08:05:10 UTC. */
export function outlookOf(texts: Record<string, string>): Buffer {
  const container = CFB.utils.cfb_new();
  const properties = Buffer.alloc(32 + 16);
  properties.writeUInt32LE(0x0e06_0040, 32);
  properties.writeUInt32LE(0x2, 36);
  // FILETIME: hundreds of nanoseconds since 1601.
  const ticks = (BigInt(Date.parse("2026-11-30T08:05:10Z")) + 11_644_473_600_000n) * 10_000n;
  properties.writeBigUInt64LE(ticks, 40);
  CFB.utils.cfb_add(container, "/__properties_version1.0", properties);
  for (const [id, text] of Object.entries(texts))
    CFB.utils.cfb_add(container, `/__substg1.0_${id}001F`, Buffer.from(text, "utf16le"));
  return Buffer.from(CFB.write(container, { type: "buffer" }) as Uint8Array);
}
