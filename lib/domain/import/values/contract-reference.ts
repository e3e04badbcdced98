import { doubt, reading, type Reading } from "../doubts";
import { describesNothing } from "./list";
import { readNoAnswer } from "./none";

/** The reference of a contract; "oui", "à signer", "voir annexe" and "néant" name none, and go to the notes. */
export function readContractReference(cell: string): Reading<string> {
  const written = cell.trim();
  if (describesNothing(written)) return reading("", [doubt("describesNothing", written)], written);
  const silence = readNoAnswer(written);
  return silence && silence.rest === "" ? reading("", [], written) : reading(written);
}
