import { required } from "@/lib/domain/invariant/required";
import { receivePublicRequest } from "@/lib/features/public-page/write/receive-request";
import { publicRequestSchema } from "@/lib/features/public-page/schema";
import { findPublicScope } from "@/lib/platform/request/public-scope";

let serial = 0;

type Sender = { now: Date; address?: string };

/** Sends the form of an open page as a stranger does, from a network of their own unless one is stated. */
export async function sendPublicRequest(
  page: string,
  { now, address }: Sender,
  stated: Record<string, unknown> = {},
) {
  serial += 1;
  const scope = required(await findPublicScope(page), "open page");
  const device = { userAgent: "Firefox", address: address ?? `203.0.113.${serial}` };
  const input = publicRequestSchema.parse({
    rights: ["access", "marketing-objection"],
    client: "Mistral",
    words: "Que savez-vous de moi ?",
    name: "Odile",
    answerBy: "mail",
    contact: `personne-${process.pid}-${serial}@personne.example`,
    language: "fr",
    numberCountry: "FR",
    ...stated,
  });
  return receivePublicRequest({ scope, device, now }, input);
}
