import { isolate } from "@/lib/i18n/bidi";
import { joinParts } from "@/lib/i18n/format";
import { representativeOf, statedRepresentative } from "@/lib/features/export/print/representative";
import type { RegisterVolume } from "@/lib/features/export/read/register-export";
import type { RegisterWords } from "@/lib/features/export/print/words";
import { dotted, plain, sheetRow, soft } from "./lines";
import type { Line, SheetRow, SheetSource } from "./types";

/** Article 30(2)(a): processor, controller, representatives and DPOs. */
export function partyRows(source: SheetSource): SheetRow[] {
  const { organisation, words } = source;
  const label = (field: string) => words.record(`fields.${field}`);
  return [
    sheetRow(label("processor"), ["processor"], processorLines(organisation, words), source),
    sheetRow(label("controller"), ["controller", "controllerContact"], controllerLines(source), source),
    ...jointRow(source),
    sheetRow(
      label("controllerRepresentative"),
      ["controllerRepresentative"],
      controllerRepresentative(source),
      source,
    ),
    sheetRow(
      label("processorRepresentative"),
      ["processorRepresentative"],
      representativeLines(organisation, words, source.on),
      source,
    ),
    sheetRow(label("controllerDpo"), ["controllerDpo"], controllerDpo(source), source),
    sheetRow(label("processorDpo"), ["processorDpo"], dpoLines(organisation, words), source),
  ];
}

/** Joint controllers of the client, 26(1): each is a controller on whose behalf it is processed, 30(2)(a). */
function jointRow(source: SheetSource): SheetRow[] {
  const { jointControllers } = source.record.controller;
  if (jointControllers.length === 0) return [];
  const label = source.words.record("fields.controllerJoint");
  return [sheetRow(label, ["controllerJoint"], plain(...jointControllers), source)];
}

export function processorLines(organisation: RegisterVolume["organisation"], words: RegisterWords): Line[] {
  const { legalName, address, country, phone, email, ice } = organisation;
  return [
    ...plain(legalName),
    ...plain(withCountry(address, country, words)),
    ...soft(dotted([phone, email, ice && words.document("document.ice", { ice })], words)),
  ];
}

/** Representative in the Union, article 27, or the reason for none. */
export function representativeLines(
  {
    country,
    euRepresentative,
    euRepresentativeCountry,
    euRepresentativeAbsentReason,
  }: RegisterVolume["organisation"],
  words: RegisterWords,
  on: string,
): Line[] {
  const named = euRepresentative && withCountry(euRepresentative, euRepresentativeCountry, words);
  return plain(statedRepresentative(named, euRepresentativeAbsentReason, { country, words, on }));
}

export function dpoLines(
  { hasNoDpo, dpoName, dpoEmail, dpoPhone }: RegisterVolume["organisation"],
  words: RegisterWords,
): Line[] {
  return hasNoDpo
    ? plain(words.document("document.noDpo"))
    : plain(dotted([dpoName, dpoEmail, dpoPhone], words));
}

function controllerLines({ record: { controller }, words }: SheetSource): Line[] {
  const { legalName, isPlaceholder, address, country, contactName, contactPhone, contactEmail } = controller;
  const name = isPlaceholder
    ? `${isolate(legalName, words.locale)} (${words.document("document.toBeNamed")})`
    : legalName;
  return [
    ...plain(name),
    ...plain(withCountry(address, country, words)),
    ...soft(dotted([contactName, contactPhone, contactEmail], words)),
  ];
}

function controllerRepresentative({ record: { controller }, words, on }: SheetSource): Line[] {
  return plain(representativeOf(controller, { words, on }));
}

function controllerDpo({ record: { controller }, words }: SheetSource): Line[] {
  return controller.hasNoDpo ? plain(words.document("document.noDpo")) : plain(controller.dpoContact);
}

/** Example: "12 rue des Arts, 59000 Lille, France", without repeating the country. */
function withCountry(address: string, country: string | null, words: RegisterWords): string {
  const name = country ? words.country(country) : "";
  const isStated = address.toLocaleLowerCase().includes(name.toLocaleLowerCase());
  return isStated ? address : joinParts([address, name], words.locale);
}
