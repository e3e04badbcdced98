import type { Agreed } from "@/lib/domain/authorisation/agreed";
import type { SubProcessorContent } from "@/lib/domain/sub-processor/content";
import { countriesOf, type ScopePart } from "@/lib/domain/sub-processor/scope";
import { formatList } from "./format";
import { isLocale, type Locale } from "./locale";
import { translator, type Translator } from "./translator";

type Proposal = {
  party: { language: string };
  agreed: Pick<Agreed, "regime" | "days">;
  /** Null where no contract is in force. */
  contract: string | null;
  asked: { name: string; content: SubProcessorContent };
  /**
   * Differences from the controller's earlier request; empty: the request repeats it; null: there was none.
   */
  changes: readonly ScopePart[] | null;
  organisation: string;
};

export function languageOf({ language }: { language: string }): Locale {
  return isLocale(language) ? language : "fr";
}

/** The words of a request as they are proposed, in the controller's language: a person may say them otherwise. */
export async function proposeText(stated: Proposal): Promise<string> {
  const { party, agreed, contract, asked, organisation } = stated;
  const locale = languageOf(party);
  const [t, country] = await Promise.all([
    translator(locale, "authorisation-letter"),
    translator(locale, "countries"),
  ]);
  const { identity, service, places, chain } = asked.content;
  const named = (code: string | null) => (code === null ? "" : country(code));
  const placed = (parts: readonly string[]) => parts.filter(Boolean).join(", ");
  const seat = placed([identity.address, named(identity.country)]);
  const sites = places.sites
    .map((site) => placed([site.name, site.address, named(site.country)]))
    .join(" ; ");
  const countries = countriesOf(asked.content).map(named).join(", ");
  const below = chain.links.map((link) => placed([link.name, named(link.country), link.service])).join(" ; ");
  const terms = { name: asked.name, organisation, days: agreed.days ?? 0, contract: contract ?? "EMPTY" };
  return [
    opening(stated, terms, t, locale),
    t("template.service", { service: service.service || t("template.notStated") }),
    t("template.who", { name: asked.name, seat: seat || t("template.notStated") }),
    sites && t("template.sites", { sites }),
    countries && t("template.countries", { countries }),
    below && t("template.chain", { below }),
    t(`template.${silenceOf(agreed)}`, terms),
    t("template.answer", terms),
    t("template.list"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** A change is named, 28(2); what is asked again, after a no or a silence, is not called a change. */
function opening(
  { changes }: Pick<Proposal, "changes">,
  terms: Record<string, string | number>,
  t: Translator,
  locale: Locale,
): string {
  if (changes === null) return t("template.opening", terms);
  if (changes.length === 0) return t("template.again", terms);
  const named = changes.map((part) => t(`changes.${part}`));
  return t("template.change", { ...terms, changes: formatList(named, locale) });
}

/** Explains in advance how silence will count. */
function silenceOf({ regime, days }: Pick<Agreed, "regime" | "days">): string {
  return `${regime}${days === null ? "Unagreed" : ""}`;
}
