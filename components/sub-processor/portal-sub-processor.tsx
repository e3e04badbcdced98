import { useLocale, useTranslations } from "next-intl";
import { RecordField } from "@/components/ui/record-field";
import { Status } from "@/components/ui/status";
import type { loadPortalSubProcessors } from "@/lib/features/sub-processor/loaders";
import { joinParts } from "@/lib/i18n/format";

type Shown = Awaited<ReturnType<typeof loadPortalSubProcessors>>[number];

/** One sub-processor as a controller reads it: who, what, where, and who works below it. */
export function PortalSubProcessor({
  of: { reference, state, identity, service, places, links },
}: {
  of: Shown;
}) {
  const t = useTranslations("sub-processor");
  const countries = useTranslations("countries");
  const locale = useLocale();
  const named = (code: string | null) => (code ? countries(code) : null);
  const lines = [
    { name: "identity.address", texts: [joinParts([identity.address, named(identity.country)], locale)] },
    { name: "identity.contact", texts: [identity.contact] },
    { name: "service.service", texts: [service.service] },
    { name: "service.data", texts: [service.data] },
    {
      name: "places.sites",
      texts: places.sites.map((site) => joinParts([site.name, site.address, named(site.country)], locale)),
    },
    { name: "places.accessCountries", texts: places.accessCountries.map((code) => countries(code)) },
    {
      name: "chain.links",
      texts: links.map(({ number, link }) =>
        joinParts([`${number} ${link.name}`, link.service, link.address, named(link.country)], locale),
      ),
    },
  ];
  return (
    <dl>
      <RecordField label={<bdi>{reference}</bdi>}>
        <Status kind="plain">{t(`states.${state}`)}</Status>
      </RecordField>
      {lines.map(({ name, texts }) => {
        const said = texts.filter((text) => text !== "");
        return (
          said.length > 0 && (
            <RecordField key={name} label={t(`fields.${name}`)}>
              {said.map((text, index) => (
                <p key={index}>{text}</p>
              ))}
            </RecordField>
          )
        );
      })}
    </dl>
  );
}
