import { useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { isInformedKind } from "@/lib/domain/breach/informed-lines";
import { timeIn } from "@/lib/domain/time/typed-instant";
import { dayAt } from "@/lib/i18n/format";
import type { loadCommunication } from "@/lib/features/breach-notice/loaders";
import { InformedCorrectionForm, InformedForm } from "./informed-form";
import { BothClocks } from "./notice-words";

type Communication = Awaited<ReturnType<typeof loadCommunication>>;
type ProofsProps = { org: string; of: Communication };

/** States whom to call, and how it came to know, each with its instant and its proof. */
export function CommunicationProofs({ org, of }: ProofsProps) {
  const t = useTranslations("breach-notice");
  return (
    <>
      <Part id="reach" title={t("parts.reach")} article="">
        {of.reachable.length === 0 && (
          <p className="mt-3">
            {t("unreachable")}{" "}
            <LinkButton tone="bare" href={`/${org}/controllers/${of.controller.id}/night-contacts/new`}>
              {t("addContact")}
            </LinkButton>
          </p>
        )}
        <ul className="mt-3">
          {of.reachable.map(({ contactId, route, name, phone, address }) => (
            <li key={contactId ?? route} className="border-b border-rule py-2">
              <b>{name}</b> {route && <span className="muted">{t(`routes.${route}`)}</span>}{" "}
              {phone && (
                <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
                  <bdi dir="ltr">{phone}</bdi>
                </a>
              )}{" "}
              <bdi>{address}</bdi>
            </li>
          ))}
        </ul>
      </Part>
      <Part id="proofs" title={t("parts.proofs")} article="">
        <ol className="mt-3">
          {of.proofs.map((proof, index) => (
            <ProofLine key={`${proof.kind} ${proof.at} ${index}`} {...{ org, of, proof }} />
          ))}
          {of.corrected.map((line) => (
            <WasLine key={line.id} line={line} />
          ))}
        </ol>
        {of.mayIssue && (
          <Words of={["form", "breach-notice"]}>
            <InformedForm
              org={org}
              partId={of.part.id}
              kinds={of.informedKinds}
              initial={{
                ...typedInCasablanca(of.now),
                kind: "",
              }}
            />
          </Words>
        )}
      </Part>
    </>
  );
}

type ProofProps = { org: string; of: Communication; proof: Communication["proofs"][number] };

function ProofLine({ org, of, proof: { kind, at, who, details, contactId, line } }: ProofProps) {
  const t = useTranslations("breach-notice");
  return (
    <li className="border-b border-rule py-2">
      <b>{t(`proofs.${kind}`)}</b> · <BothClocks at={at} />
      {who && (
        <>
          {" · "}
          <bdi>{who}</bdi>
        </>
      )}
      {details && <p className="muted">{details}</p>}
      {line && (
        <p className="muted">
          {t("informed.by", { name: line.by })}
          {line.reason && ` · ${t("informed.because", { reason: line.reason })}`}
        </p>
      )}
      {line && of.mayIssue && (
        <details>
          <summary>{t("informed.correct")}</summary>
          <Words of={["form", "breach-notice"]}>
            <InformedCorrectionForm
              org={org}
              correctsId={line.id}
              kinds={isInformedKind(kind) ? [...new Set([...of.informedKinds, kind])] : of.informedKinds}
              initial={{
                ...typedInCasablanca(at),
                kind,
                who,
                source: line.source,
                contactId: contactId ?? "",
              }}
            />
          </Words>
        </details>
      )}
    </li>
  );
}

/** A line that was recorded and is corrected or withdrawn since: it stays, struck through, and counts no more. */
function WasLine({ line }: { line: Communication["corrected"][number] }) {
  const t = useTranslations("breach-notice");
  const { kind, at, who, isWithdrawn, reason, by, recordedAt } = line;
  return (
    <li className="border-b border-rule py-2">
      <s>
        <b>{t(`proofs.${kind}`)}</b> {at !== null && <BothClocks at={at} />} · <bdi>{who}</bdi>
      </s>
      <p className="muted">
        {t(isWithdrawn ? "informed.wasWithdrawn" : "informed.wasCorrected", { name: by })}{" "}
        <BothClocks at={recordedAt} /> · {t("informed.because", { reason })}
      </p>
    </li>
  );
}

/** A day and an hour of Casablanca, as the form's fields hold them. */
function typedInCasablanca(at: number): { day: string; time: string } {
  return { day: dayAt(at, "Africa/Casablanca"), time: timeIn(at) };
}
