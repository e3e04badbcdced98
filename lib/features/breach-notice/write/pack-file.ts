import type { FormParty } from "@/lib/domain/breach/authority-form";
import { packJson } from "@/lib/features/breach-notice/print/pack-json";
import { printPack, type PrintablePack } from "@/lib/features/breach-notice/print/print-pack";

/** A file handed over, its name in ASCII. */
export type PackFile = { fileName: string; contentType: string; body: Uint8Array<ArrayBuffer> };

export async function packFile(pack: PrintablePack, format: "pdf" | "json"): Promise<PackFile> {
  const fileName = `breach-notice-${pack.notice.number}.${format}`;
  if (format === "pdf")
    return { fileName, contentType: "application/pdf", body: new Uint8Array(await printPack(pack)) };
  const body = new TextEncoder().encode(`${JSON.stringify(await packJson(pack), null, 2)}\n`);
  return { fileName, contentType: "application/json", body };
}

type Sheet = {
  legalName: string;
  registrationNumber: string;
  address: string;
  country: string | null;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  dpoContact: string;
};

/** The controller as its sheet names it; what is blank there it answers itself. */
export function partyOf({ legalName, registrationNumber, address, country, ...sheet }: Sheet): FormParty {
  const { contactName, contactEmail, contactPhone, dpoContact } = sheet;
  return {
    ...{ name: legalName, registrationNumber, address, country, phone: contactPhone },
    contactPerson: dpoContact || [contactName, contactEmail].filter(Boolean).join(", "),
  };
}
