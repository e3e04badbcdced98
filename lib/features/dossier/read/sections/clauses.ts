import { applicableLaws } from "@/lib/domain/statute/applicable-laws";
import { CLAUSES } from "@/lib/domain/contract/clauses";
import { bindingUnder } from "@/lib/domain/organisation/binding";
import { citedProvisions } from "@/lib/domain/obligation/gap-ground";
import type { GroundFacts } from "@/lib/domain/obligation/duty-ground";
import type { ClauseReading } from "@/lib/domain/contract/content";
import { openCase } from "@/lib/domain/contract/contract-case";
import { clausesForController } from "@/lib/domain/contract/for-controller";
import { contractOn } from "@/lib/domain/contract/in-force";
import { isGiven } from "@/lib/domain/lifecycle/given";
import type { JsonValue } from "@/lib/domain/journal/canonical";
import { findContractsAt, findPlacesAt } from "@/lib/features/contract/read/as-of";
import { findContracts, findPlaces } from "@/lib/features/contract/read/queries";
import { isChosen, defineSection } from "@/lib/features/dossier/read/section";
import { joinParts } from "@/lib/i18n/format";
import { provisionTexts } from "@/lib/i18n/obligation-words";
import { translator } from "@/lib/i18n/translator";

/** Clause matrix: each clause of art. 28(3) that is asked of each contract, as it stood on the day. */
export const clausesSection = defineSection({
  columns: ["controller", "contract", "state", "signedOn", "clause", "article", "answer", "place"],
  listed: ["contract", "clause", "controller", "answer"],
  async *rows(tx, query) {
    const { asOf, at, day, words } = query;
    const contracts = asOf ? await findContractsAt(tx, at) : await findContracts(tx);
    const organisation = asOf ? await findPlacesAt(tx, at) : await findPlaces(tx);
    const contract = await translator(words.locale, "contract");
    const texts = await translator(words.locale, "obligation");
    const titles = await translator(words.locale, "contract-clauses");
    const together = ({ by, on }: NonNullable<ClauseReading["markedTogether"]>) => {
      const day = words.day(on);
      return by ? titles("reader.together", { name: by, day }) : titles("reader.togetherOn", { day });
    };
    for (const row of contracts) {
      if (!isChosen(query, row.controllerId)) continue;
      const { state, contractTerms } = contractOn(row, day);
      if (!isGiven(state)) continue;
      const { asked } = openCase({ contract: row, instructors: row.instructors, organisation, on: day });
      const clauses =
        query.audience === "controller" ? clausesForController(contractTerms) : contractTerms.clauses;
      const name = query.nameOf(row.controllerId);
      const facts: GroundFacts = {
        clients: row.controller ? [applicableLaws(row.controller, { on: day })] : [],
        isOfOneClient: true,
        hasContract: true,
        isProcessorBound:
          bindingUnder(organisation.gdprBinding, contractTerms.terms.binding) !== "contractual-only",
      };
      for (const { id, article } of CLAUSES) {
        if (!asked.has(id)) continue;
        const { answer, place, note, markedTogether } = clauses[id];
        // A clause that the client's law does not ask for stands in the contract alone.
        const provisions = citedProvisions(article, facts);
        const stated = { controller: name, contract: row.reference, state, signedOn: row.signedOn };
        yield {
          subject: row.id,
          cells: {
            controller: name,
            contract: row.reference,
            state: contract(`states.${state}`),
            signedOn: words.day(row.signedOn),
            clause: titles(`clauses.${id}.title`),
            article: joinParts(provisionTexts(texts, provisions), words.locale),
            answer: joinParts(
              [words.dossier(`answers.${answer}`), markedTogether && together(markedTogether)],
              words.locale,
            ),
            place,
          },
          data: {
            ...stated,
            clause: id,
            article,
            provisions,
            answer,
            place,
            note,
            markedTogether: markedTogether?.on ?? null,
          } satisfies JsonValue,
        };
      }
    }
  },
});
