import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RecordField } from "@/components/ui/record-field";
import { Status, type StatusKind } from "@/components/ui/status";
import type { UseGroup } from "@/lib/domain/authorisation/use-group";
import type { loadPortalSubProcessors } from "@/lib/features/portal/loaders";
import { formatDay, joinParts } from "@/lib/i18n/format";

type PortalSubProcessorProps = {
  contact: string;
  of: Shown;
  /** Mark for new or changed rows. */
  mark: ReactNode;
};
type Shown = Awaited<ReturnType<typeof loadPortalSubProcessors>>[number]["rows"][number];

const KIND_OF: Record<UseGroup, StatusKind> = {
  working: "ok",
  authorised: "warn",
  asked: "warn",
  out: "plain",
};

export function PortalSubProcessor({ contact, of, mark }: PortalSubProcessorProps) {
  const t = useTranslations("portal.sub-processors");
  const words = useTranslations("authorisation");
  const { group, state, missing, requests, identity, reference } = of;
  return (
    <section className="mt-4" aria-labelledby={reference}>
      <h3 id={reference}>
        <bdi>{identity.name}</bdi> {mark}
      </h3>
      <dl>
        <RecordField label={t("authorisation")}>
          <Status kind={KIND_OF[group]}>{words(`cells.${state}`)}</Status>
          {requests.map(({ id, reference }) => (
            <span key={id}>
              {" "}
              <Link href={`/portal/${contact}/requests/${id}`} prefetch={false}>
                <bdi>{reference}</bdi>
              </Link>
            </span>
          ))}
        </RecordField>
        {group === "authorised" && (
          <RecordField label={t("missing")}>
            {missing.map((requirement) => (
              <p key={requirement}>{words(`missing.${requirement}`)}</p>
            ))}
          </RecordField>
        )}
        {group !== "out" && <Sheet contact={contact} of={of} />}
      </dl>
    </section>
  );
}

function Sheet({ contact, of }: { contact: string; of: Shown }) {
  const t = useTranslations("portal.sub-processors");
  const words = useTranslations("sub-processor");
  const countries = useTranslations("countries");
  const locale = useLocale();
  const { identity, service, places, links, certifications, contractSignedOn, transfers } = of;
  const named = (code: string | null) => (code ? countries(code) : null);
  const joined = (...parts: (string | null)[]) => joinParts(parts, locale);
  const day = (on: string | null) => on && formatDay(on, locale);
  return (
    <>
      <Lines
        label={words("fields.identity.address")}
        texts={[joined(identity.address, named(identity.country))]}
      />
      <Lines label={words("fields.identity.contact")} texts={[identity.contact]} />
      <Lines label={words("fields.service.service")} texts={[service.service]} />
      <Lines label={words("fields.service.data")} texts={[service.data]} />
      <Lines
        label={words("fields.places.sites")}
        texts={places.sites.map((site) => joined(site.name, site.address, named(site.country)))}
      />
      <Lines
        label={words("fields.places.accessCountries")}
        texts={places.accessCountries.map((code) => countries(code))}
      />
      <Lines
        label={words("fields.chain.links")}
        texts={links.map(({ number, link }) =>
          joined(`${number} ${link.name}`, link.service, link.address, named(link.country)),
        )}
      />
      <Lines
        label={words("fields.guarantees.certifications")}
        texts={certifications.map(({ kind, reference, issuer, validUntil }) =>
          joined(
            words(`choices.certification.${kind}`),
            reference,
            issuer,
            validUntil && t("validUntil", { day: day(validUntil) ?? "" }),
          ),
        )}
      />
      <RecordField label={t("contract")}>
        {contractSignedOn ? t("signedOn", { day: day(contractSignedOn) ?? "" }) : t("unsigned")}
      </RecordField>
      {transfers.length > 0 && (
        <RecordField label={t("transfers")}>
          {transfers.map(({ id, reference }) => (
            <p key={id}>
              <Link href={`/portal/${contact}/transfers/${id}`} prefetch={false}>
                <bdi>{reference}</bdi>
              </Link>
            </p>
          ))}
        </RecordField>
      )}
    </>
  );
}

/** Omits empty values. */
function Lines({ label, texts }: { label: ReactNode; texts: readonly string[] }) {
  const stated = texts.filter((text) => text !== "");
  if (stated.length === 0) return null;
  return (
    <RecordField label={label}>
      {stated.map((text, index) => (
        <p key={index}>{text}</p>
      ))}
    </RecordField>
  );
}
