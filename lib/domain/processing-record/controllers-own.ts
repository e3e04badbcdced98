import type { RecordField } from "./types";

const OWN: readonly RecordField[] = [
  "controller",
  "controllerContact",
  "controllerRepresentative",
  "controllerDpo",
];

/** Mentions of 30(2)(a) that the controller alone can give: its name, its contacts, its representative, its DPO. */
export function isControllersOwn(field: RecordField): boolean {
  return OWN.includes(field);
}
