import type { FormParty } from "@/lib/domain/breach/authority-form";
import { packJson } from "@/lib/features/breach-notice/print/pack-json";
import { exportedName } from "@/lib/features/export/read/disputed-words";
import type { DisputedRows } from "@/lib/features/export/read/disputed-rows";
import { printPack, type PrintablePack } from "@/lib/features/breach-notice/print/print-pack";

/** A file handed over, its name in ASCII. */
export type PackFile = { fileName: string; contentType: string; body: Uint8Array<ArrayBuffer> };

/** `disputed` says in its name that the notice does not agree with the journal. */
export async function packFile(
  pack: PrintablePack,
  format: "pdf" | "json",
  disputed: DisputedRows,
): Promise<PackFile> {
  const fileName = exportedName("breach-notice", [String(pack.notice.number)], format, disputed);
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
    name: legalName,
    registrationNumber,
    address,
    country,
    phone: contactPhone,
    contactPerson: dpoContact || [contactName, contactEmail].filter(Boolean).join(", "),
  };
}
