import type { JsonValue } from "@/lib/domain/journal/canonical";
import { DRAFT_STATE } from "@/lib/domain/lifecycle/given";
import { placeLinks } from "@/lib/domain/sub-processor/chain";
import { subProcessorContentSchema, type SubProcessorContent } from "@/lib/domain/sub-processor/content";
import { countriesOf } from "@/lib/domain/sub-processor/scope";
import { ofChosen, type SectionQuery, defineSection } from "@/lib/features/dossier/read/section";
import { translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";

/** Sub-processors and those below them, art. 28(4), with what a controller is shown of each (EDPB opinion 22/2024). */
export const chainSection = defineSection({
  columns: ["reference", "number", "name", "state", "country", "address", "contact", "service", "countries"],
  listed: ["reference", "name", "number", "state", "country", "service"],
  async *rows(tx, query) {
    const { at, words } = query;
    const states = await translator(words.locale, "sub-processor");
    const relied = await findRelied(tx, query);
    const rows = await tx.subProcessorVersion.findMany({
      where: { ...versionsAt(at), ...(relied && { subProcessorId: { in: relied } }) },
      orderBy: { reference: "asc" },
      select: { subProcessorId: true, reference: true, version: true, snapshot: true },
    });
    for (const { subProcessorId: subject, reference, snapshot } of rows) {
      const { state, content } = readSnapshot(snapshot);
      for (const link of linksOf(content)) {
        const countries = link.countries.map(words.country).join(", ");
        const stateWords = link.number === "" ? states(`states.${state}`) : "";
        yield {
          subject,
          cells: {
            reference,
            number: link.number,
            name: link.name,
            state: stateWords,
            country: words.country(link.country),
            address: link.address,
            contact: link.contact,
            service: link.service,
            countries,
          },
          data: { reference, state, ...link } satisfies JsonValue,
        };
      }
    }
  },
});

function readSnapshot(snapshot: unknown) {
  const { state, content } = snapshot as { state: string; content: unknown };
  return { state, content: subProcessorContentSchema.parse(content) };
}

/** The company itself, number "", then each link below it. */
function linksOf(content: SubProcessorContent) {
  const { identity, service, chain } = content;
  const { name, country, address, contact } = identity;
  return [
    ...[{ number: "", name, country, address, contact, service: service.service }].map((own) => ({
      ...own,
      countries: [...countriesOf(content)],
    })),
    ...placeLinks(chain.links).map(({ link, number }) => ({
      number,
      name: link.name,
      country: link.country,
      address: link.address,
      contact: link.contact,
      service: link.service,
      countries: link.country === null ? [] : [link.country],
    })),
  ];
}

/** Finds sub-processors that the chosen controllers' entries name, or that they were asked about; null for all. */
async function findRelied(tx: Tx, query: SectionQuery): Promise<string[] | null> {
  if (query.controllerIds === null) return null;
  const records = await tx.recordVersion.findMany({
    where: { ...versionsAt(query.at), ...ofChosen(query), state: { not: DRAFT_STATE } },
    select: { subProcessorIds: true },
  });
  const asked = await tx.authorisation.findMany({
    where: { ...ofChosen(query), createdAt: { lte: query.at }, state: { not: DRAFT_STATE } },
    select: { subProcessorId: true },
  });
  return [
    ...new Set([
      ...records.flatMap(({ subProcessorIds }) => subProcessorIds),
      ...asked.map(({ subProcessorId }) => subProcessorId),
    ]),
  ];
}
