import { useTranslations } from "next-intl";
import { Fragment } from "react";
import Link from "next/link";
import { Part } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Status } from "@/components/ui/status";
import type { loadBreach } from "@/lib/features/breach/loaders";
import { SHARE_KINDS } from "@/lib/domain/breach/facts";
import { ConfirmForm } from "./confirm-form";
import { FactWords } from "./fact-words";

type Breach = Awaited<ReturnType<typeof loadBreach>>;
type Controller = Breach["controllers"][number];

const KINDS = { proposed: "warn", confirmed: "ok", "set-aside": "plain" } as const;

/** Proposed from the register, confirmed by hand; each with what is known of its own share. */
export function ControllersPart({ org, it }: { org: string; it: Breach }) {
  const t = useTranslations("breach.controllers");
  const base = `/${org}/breaches/${it.breach.id}`;
  const proposed = it.controllers.filter(({ status }) => status === "proposed");
  const mayDecide = it.may.decide && it.file.status !== "closed";
  return (
    <Part
      id="controllers"
      article={t("article")}
      note={t("note")}
      title={t("title")}
      isOpen={unplacedOf(it) > 0 || it.controllers.length === 0}
      count={<span className="count">{it.controllers.length}</span>}
    >
      <p className="muted mt-2">{t("lead")}</p>
      {it.unrecognised.length > 0 && (
        <p className="void mt-2">
          {t("unrecognised", { count: it.unrecognised.length })}{" "}
          {it.unrecognised.map((name, at) => (
            <Fragment key={name}>
              {at > 0 && ", "}
              <bdi>{name}</bdi>
            </Fragment>
          ))}
        </p>
      )}
      <ul>
        {it.controllers.map((controller) => (
          <li key={controller.id} className="border-b border-rule py-2 leading-6">
            <b>{controller.legalName}</b>{" "}
            <Status kind={KINDS[controller.status]}>{t(`statuses.${controller.status}`)}</Status>{" "}
            {mayDecide && (
              <Link
                className="act-link inline-block min-h-6"
                href={`${base}/controllers?controller=${controller.id}`}
                prefetch={false}
              >
                {t(controller.status === "proposed" ? "decide" : "change")}
                <span className="sr"> : {controller.legalName}</span>
              </Link>
            )}
            <ProposalReasons controller={controller} />
            {it.may.write && controller.status !== "set-aside" && it.file.status !== "closed" && (
              <Share base={base} controller={controller} />
            )}
          </li>
        ))}
      </ul>
      {mayDecide && proposed.length > 1 && (
        <Words of={["breach", "form"]}>
          <ConfirmForm org={org} breach={it.breach} proposed={proposed} />
        </Words>
      )}
      {mayDecide && (
        <p className="mt-3">
          <LinkButton href={`${base}/controllers`}>{t("add")}</LinkButton>
        </p>
      )}
    </Part>
  );
}

/** Number of those that wait for a decision: proposed, or named in words alone. */
export function unplacedOf({ controllers, unrecognised }: Breach): number {
  return controllers.filter(({ status }) => status === "proposed").length + unrecognised.length;
}

function ProposalReasons({ controller: { reasons, reason, placedBy } }: { controller: Controller }) {
  const t = useTranslations("breach.controllers");
  return (
    <p className="muted">
      {reasons.map(({ kind = "", reference = "", words = "" }) => (
        <span key={`${kind} ${reference} ${words}`}>{t(`reasons.${kind}`, { reference, words })} </span>
      ))}
      {reason && <bdi dir="auto">{t("because", { reason, name: placedBy })}</bdi>}
    </p>
  );
}

function Share({ base, controller }: { base: string; controller: Controller }) {
  const t = useTranslations("breach");
  return (
    <details>
      <summary>{t("controllers.share", { count: controller.share.length })}</summary>
      <dl>
        {SHARE_KINDS.map((kind) => {
          const fact = controller.share.find((one) => one.kind === kind);
          return (
            <div key={kind} className="field two">
              <dt>{t(`kinds.${kind}`)}</dt>
              <dd>
                {fact ? <FactWords fact={fact} /> : <span className="faint">{t("controllers.asWhole")}</span>}{" "}
                <Link
                  className="act-link"
                  href={`${base}/facts?kind=${kind}&controller=${controller.id}`}
                  prefetch={false}
                >
                  {t(fact ? "known.change" : "known.answer")}
                  <span className="sr">
                    {" "}
                    : {t(`kinds.${kind}`)}, {controller.legalName}
                  </span>
                </Link>
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
