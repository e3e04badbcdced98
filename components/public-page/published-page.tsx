import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PortalPart } from "@/components/shell/portal-page";
import type { PublicPart } from "@/lib/domain/public-page/parts";
import type { PublishedView } from "@/lib/features/public-page/loaders";
import { PublishedCertifications } from "./published-certifications";
import { PublishedSubProcessors } from "./published-sub-processors";

type PublishedPageProps = {
  view: PublishedView;
  /** Form of the subscription, or what stands for it in the preview. */
  subscribe: ReactNode;
  /** Way to the form of requests, or what stands for it in the preview. */
  request: ReactNode;
};

/** The parts that were chosen, in their order. What has nothing to show says so: silence would be read as "none". */
export function PublishedPage({ view, ...forms }: PublishedPageProps) {
  const t = useTranslations("published");
  return view.parts.map((part) => (
    <PortalPart key={part} id={part} title={t(`parts.${part}`)}>
      <PartBody part={part} view={view} {...forms} />
    </PortalPart>
  ));
}

function PartBody({ part, view, subscribe, request }: PublishedPageProps & { part: PublicPart }) {
  const t = useTranslations("published");
  const nothing = <p className="muted prose-line pt-3">{t("unknown")}</p>;
  switch (part) {
    case "activity":
      return view.activity ? (
        <p className="prose-line whitespace-pre-line pt-3">
          <bdi lang={view.activity.language}>{view.activity.text}</bdi>
        </p>
      ) : (
        nothing
      );
    case "contact":
      return view.email ? <Facts rows={[["email", <Mail key="email" address={view.email} />]]} /> : nothing;
    case "dpo":
      if (view.dpo === "none") return <p className="prose-line pt-3">{t("noDpo")}</p>;
      return view.dpo ? <Dpo dpo={view.dpo} /> : nothing;
    case "requests":
      return (
        <>
          <p className="prose-line pt-3">{t("request.lead", { name: view.name })}</p>
          {request}
        </>
      );
    case "representative":
      if (view.representative === "none") return <p className="prose-line pt-3">{t("noRepresentative")}</p>;
      return view.representative ? <Representative {...view.representative} /> : nothing;
    case "sub-processors":
      return (
        <>
          <PublishedSubProcessors rows={view.subProcessors} />
          {subscribe}
        </>
      );
    case "measures":
      return view.measures.length > 0 ? <Measures families={view.measures} /> : nothing;
    case "certifications":
      return view.certifications.length > 0 ? (
        <PublishedCertifications rows={view.certifications} />
      ) : (
        nothing
      );
    case "key":
      return view.fingerprint ? <Fingerprint text={view.fingerprint} /> : nothing;
  }
}

type Row = readonly [key: string, value: ReactNode];

function Facts({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations("published.fields");
  return (
    <dl className="public-facts">
      {rows.map(([key, value]) => (
        <div key={key}>
          <dt>{t(key)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Mail({ address }: { address: string }) {
  return (
    <a href={`mailto:${address}`} dir="ltr">
      {address}
    </a>
  );
}

function Dpo({ dpo: { name, email, phone } }: { dpo: { name: string; email: string; phone: string } }) {
  const rows: Row[] = [
    ...(name ? [["name", <bdi key="name">{name}</bdi>] as const] : []),
    ...(email ? [["email", <Mail key="email" address={email} />] as const] : []),
    ...(phone ? [["phone", <bdi key="phone">{phone}</bdi>] as const] : []),
  ];
  return <Facts rows={rows} />;
}

function Representative({ name, contact, country }: { name: string; contact: string; country: string }) {
  const rows: Row[] = [
    ["name", <bdi key="name">{name}</bdi>],
    ...(contact ? [["contact", <bdi key="contact">{contact}</bdi>] as const] : []),
    ...(country ? [["country", country] as const] : []),
  ];
  return <Facts rows={rows} />;
}

function Measures({ families }: { families: PublishedView["measures"] }) {
  return families.map(({ name, titles }) => (
    <div key={name} className="pt-3">
      <h3>{name}</h3>
      <ul className="public-list">
        {titles.map((title) => (
          <li key={title}>
            <bdi>{title}</bdi>
          </li>
        ))}
      </ul>
    </div>
  ));
}

function Fingerprint({ text }: { text: string }) {
  const t = useTranslations("published");
  return (
    <>
      <p className="prose-line pt-3">{t("keyText")}</p>
      <p className="public-key">
        <code dir="ltr">{text}</code>
      </p>
    </>
  );
}
