import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { FlowTable } from "@/components/clauses/flow-table";
import { FlowState } from "@/components/clauses/flow-state";
import { PortalPart } from "@/components/shell/portal-page";
import { Seal } from "@/components/ui/seal";
import type { loadRequest } from "@/lib/features/portal-decision/loaders";
import { lineName, missingLines, requestLines } from "@/lib/i18n/request-lines";
import { isolate } from "@/lib/i18n/bidi";
import { dayAt, formatDay, formatInstant, joinParts } from "@/lib/i18n/format";
import { AnnexedList } from "./annexed-list";
import { Completions } from "./completions";

type Loaded = Awaited<ReturnType<typeof loadRequest>>;
type SheetProps = { contact: string; of: Loaded };

/** Data of EDPB opinion 22/2024: name, address, contact, operation, place, contract and chain. */
export function RequestedData({ contact, of, isOpen }: SheetProps & { isOpen: boolean }) {
  const t = useTranslations("portal-decision");
  const countries = useTranslations("countries");
  const locale = useLocale();
  const { asked, records } = of;
  const named = (code: string | null) =>
    code !== null && countries.has(code) ? countries(code) : (code ?? "");
  const placed = (parts: readonly string[]) => joinParts(parts.filter(Boolean), locale);
  return (
    <PortalPart
      id="asked"
      title={t(of.choices.includes("authorise") ? "parts.asked" : "parts.was")}
      isOpen={isOpen}
    >
      <dl>
        <Field label={t("asked.company")}>
          {asked.name} <span className="muted">{placed([asked.address, named(asked.country)])}</span>
        </Field>
        <Field label={t("asked.contact")}>{asked.contact && <bdi>{asked.contact}</bdi>}</Field>
        <Field label={t("asked.service")}>{asked.service}</Field>
        <Field label={t("asked.places")}>
          {asked.sites.map((site, index) => (
            <p key={index}>{placed([site.name, site.address, named(site.country)])}</p>
          ))}
          <OtherAnswerNotice asked={asked} />
        </Field>
        <DecidedOn of={of} />
        <Field label={t("asked.records")}>
          {records.length === 0
            ? t("asked.noRecords")
            : records.map(({ id, reference, activity }) => (
                <p key={id}>
                  <Link href={`/portal/${contact}/records/${id}`} prefetch={false}>
                    <bdi>{reference}</bdi>
                  </Link>{" "}
                  {activity}
                </p>
              ))}
        </Field>
        <Field label={t("asked.contract")}>
          <Duties of={of} />
        </Field>
        <Field label={t("asked.chain")}>
          {asked.chain.length === 0
            ? t("asked.noChain")
            : asked.chain.map((link, index) => (
                <p key={index}>{placed([link.name, named(link.country), link.service])}</p>
              ))}
        </Field>
      </dl>
    </PortalPart>
  );
}

/** Data and transfer tools as sealed on sending, and what lacks as the request stands. */
function DecidedOn({ of: { asked: entry, state, conditions, flow } }: { of: Loaded }) {
  const t = useTranslations("authorisation");
  const tools = useTranslations("transfer.choices.tool");
  const countries = useTranslations("countries");
  const lines = requestLines(entry, {
    authorisation: t,
    tool: tools,
    country: (code) => (countries.has(code) ? countries(code) : code),
    locale: useLocale(),
  });
  if (lines === null) return null;
  const openConditions = conditions.flatMap(({ text, metAt }) => (metAt === null ? [text] : []));
  const promisesLess =
    typeof flow === "string" ? 0 : flow.filter(({ verdict }) => verdict === "weaker").length;
  const missing = missingLines(lines, { state, openConditions, promisesLess }, t);
  return (
    <>
      <Field label={lineName(t("decidedOn.data"))}>{lines.data}</Field>
      <Field label={lineName(t("decidedOn.tools"))}>
        {lines.tools.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Field>
      {missing && (
        <Field label={lineName(t("decidedOn.missing"))}>
          {missing.map((line) => (
            <p key={line} dir="auto">
              {line}
            </p>
          ))}
        </Field>
      )}
    </>
  );
}

/** Countries of the seat and of access, where no site is declared. */
function OtherAnswerNotice({ asked }: Pick<Loaded, "asked">) {
  const t = useTranslations("portal-decision.asked");
  const countries = useTranslations("countries");
  const locale = useLocale();
  const others = asked.countries.filter((code) => asked.sites.every(({ country }) => country !== code));
  const named = others.map((code) => (countries.has(code) ? countries(code) : code));
  return (
    <p>{named.length === 0 ? t("nowhereElse") : t("elsewhere", { countries: joinParts(named, locale) })}</p>
  );
}

/** Compares obligations with the controller's contract, or names the missing contract. */
function Duties({ of: { flow } }: { of: Pick<Loaded, "flow"> }) {
  const t = useTranslations("portal-decision.duties");
  if (typeof flow === "string") return t(flow);
  return (
    <>
      <FlowState lines={flow} /> <span className="muted">{t("compared")}</span>
    </>
  );
}

/** Compares both contracts, article 28(4). */
export function Compared({ of: { flow, name } }: { of: Pick<Loaded, "flow" | "name"> }) {
  const t = useTranslations("portal-decision.parts");
  const words = useTranslations("flow-down");
  const locale = useLocale();
  if (typeof flow === "string") return null;
  const below = words("with", { name: isolate(name, locale) });
  return (
    <PortalPart id="flow" title={t("flow")} isOpen={false}>
      <FlowTable caption={t("flow")} client={words("yours")} below={below} lines={flow} />
    </PortalPart>
  );
}

/** Exact text with its seal. */
export function RequestedText({ contact, of }: SheetProps) {
  const t = useTranslations("portal-decision");
  const locale = useLocale();
  const { request, list, sentAt, documentId } = of;
  const sent = formatDay(dayAt(sentAt, request.zone), locale);
  return (
    <PortalPart id="text" title={t("parts.text")} isOpen={false}>
      <div className="prose-line mt-3 whitespace-pre-line" dir="auto" lang={undefined}>
        {request.text}
      </div>
      <AnnexedList list={of.list} />
      <div className="mt-4">
        <Seal
          title={t("seal.title")}
          when={t("seal.when", { version: list.version, day: sent })}
          hash={request.textDigest}
        >
          {documentId && <a href={`/api/portal/${contact}/files/${documentId}`}>{t("seal.pdf")}</a>}
        </Seal>
      </div>
    </PortalPart>
  );
}

export function Decisions({ contact, of, justSigned }: SheetProps & { justSigned: boolean }) {
  const t = useTranslations("portal-decision");
  const locale = useLocale();
  const { decisions, conditions, name, request } = of;
  if (decisions.length === 0) return null;
  return (
    <PortalPart id="decisions" title={t("parts.decisions")}>
      {justSigned && (
        <p className="lead mt-3" role="status">
          {t("signed.text")}{" "}
          <Link href={`/portal/${contact}/requests/${request.id}`} prefetch={false}>
            {t("signed.back")}
          </Link>
        </p>
      )}
      {decisions.map((decision, index) => {
        const isConditional = index === 0 && decision.event === "approve" && conditions.length > 0;
        return (
          <div className="mt-4" key={decision.at}>
            <Seal
              title={t(`decided.${isConditional ? "conditions" : decision.event}`, { name })}
              when={joinParts(
                [
                  decision.signatory,
                  decision.capacity,
                  decision.power,
                  formatInstant(decision.at, request.zone, locale),
                  request.zone !== "Africa/Casablanca" &&
                    formatInstant(decision.at, "Africa/Casablanca", locale),
                ].filter(Boolean),
                locale,
              )}
              hash={decision.certificate?.digest ?? decision.textDigest}
            >
              {decision.certificate && (
                <a href={`/api/portal/${contact}/files/${decision.certificate.documentId}`}>
                  {t("certificate.fetch", { number: decision.certificate.number })}
                </a>
              )}
            </Seal>
            {decision.certificate && <Completions of={of} number={decision.certificate.number} />}
            {decision.isOnSuppliedDocument && <p className="muted mt-2">{t("suppliedDocument")}</p>}
            {decision.reason && <p className="prose-line mt-2 whitespace-pre-line">{decision.reason}</p>}
            {isConditional && (
              <ol className="mt-2">
                {conditions.map(({ text, metAt }) => (
                  <li key={text}>
                    {text}{" "}
                    <span className="muted">{t(metAt === null ? "conditionOpen" : "conditionMet")}</span>
                  </li>
                ))}
              </ol>
            )}
          </div>
        );
      })}
    </PortalPart>
  );
}

function Field({ label, children }: { label: string; children: React.ReactNode }) {
  const t = useTranslations("ui");
  const isBlank = children === "" || children === null || children === undefined;
  return (
    <div className="field two">
      <dt>{label}</dt>
      <dd>{isBlank ? <span className="faint">{t("blank")}</span> : children}</dd>
    </div>
  );
}
