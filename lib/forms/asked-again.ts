import { z } from "zod";

/** A form that was sent without the proof which it needs: where it was going, and what was typed in it. */
export type AskedAgain = {
  /** Route below /api and what stands after the organisation: "exports", "dossiers/0197…". */
  to: string;
  values: readonly (readonly [string, string])[];
  /** Page of the form, within the organisation: "/nejma/records/export". */
  back: string;
  /** States why the proof was not taken: "required", "wrongPassword", "tooManyTries", "noPassword". */
  issue: string;
};

/** Page that asks for the proof and sends the form again. */
export function askedAgainHref(org: string, { to, values, back, issue }: AskedAgain): string {
  const query = new URLSearchParams({ to, back, issue, values: JSON.stringify(values) });
  return `/${org}/confirm?${query}`;
}

const ROUTE = /^[a-z-]{1,40}(\/[0-9a-f-]{36})?$/;
const PAGE = /^\/[a-z0-9][\w/?=&.%-]*$/;

const valuesSchema = z.array(z.tuple([z.string().max(60), z.string().max(2_000)])).max(60);

/** Reads what the page takes from its address; null for one that no form of ours made. */
export const askedAgainSchema = z
  .object({
    to: z.string().regex(ROUTE),
    back: z.string().max(500).regex(PAGE),
    issue: z.enum(["required", "wrongPassword", "tooManyTries", "noPassword"]).catch("required"),
    values: z.string().max(20_000).transform(readJson).pipe(valuesSchema),
  })
  .nullable()
  .catch(null);

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
