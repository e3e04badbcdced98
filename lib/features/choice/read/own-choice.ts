import { type OwnChoice, ownChoice } from "@/lib/domain/minor/own-choice";
import { startOfDay } from "@/lib/domain/time/zones";
import { consultationContentSchema } from "@/lib/domain/consultation/content";
import type { Tx } from "@/lib/platform/database/transaction";
import { findLetterStatuses } from "@/lib/platform/mail/letter-status";
import type { FoundAuthorisation } from "./authorisations";

/** Consultation by which a young person was asked for a choice of their own; null where none is known to have reached them. */
type AskedBy = { id: string; reference: string; at: number } | null;
export type ShownOwnChoice = OwnChoice & { asked: AskedBy };

/** Finds, by authorisation, where the own choice of each young person stands who decides alone. */
export async function findOwnChoicesOf(
  tx: Tx,
  authorisations: readonly FoundAuthorisation[],
  now: number,
): Promise<Map<string, ShownOwnChoice>> {
  const grown = authorisations.filter(({ state }) => state === "taken-over");
  if (grown.length === 0) return new Map();
  const links = await tx.consultationPerson.findMany({
    where: { personKey: { in: grown.map(({ person }) => Buffer.from(person, "hex")) }, revokedAt: null },
    select: {
      personKey: true,
      asked: true,
      handedAt: true,
      letterId: true,
      consultation: { select: { id: true, reference: true, controllerId: true, content: true } },
    },
  });
  const letterOf = await findLetterStatuses(
    tx,
    links.map(({ letterId }) => letterId),
  );
  return new Map(
    grown.map((one) => {
      const own = ownChoice(one.facts, now);
      const from = own.since === null ? null : startOfDay("Europe/Paris", own.since);
      const [asked = null] = links
        .filter((link) => Buffer.from(link.personKey).toString("hex") === one.person && asksAbout(link, one))
        .flatMap(({ consultation: { id, reference }, handedAt, letterId }) => {
          const letter = letterOf(letterId);
          const sentAt = letter && ["accepted", "delivered"].includes(letter.state) ? letter.at : null;
          const at = handedAt?.getTime() ?? sentAt;
          return at !== null && from !== null && at >= from ? [{ id, reference, at }] : [];
        })
        .toSorted((a, b) => a.at - b.at);
      return [one.id, { ...own, asked }];
    }),
  );
}

type Link = { asked: number[]; consultation: { controllerId: string; content: unknown } };

function asksAbout({ asked, consultation }: Link, { about, controller }: FoundAuthorisation): boolean {
  if (![controller.id, controller.mergedIntoId].includes(consultation.controllerId)) return false;
  const { questions } = consultationContentSchema.parse(consultation.content);
  return asked.some((number) => {
    const question = questions[number - 1];
    return question?.act === about.act && question.purpose === about.purpose;
  });
}
