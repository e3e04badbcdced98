import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { RecordField } from "@/components/ui/record-field";
import { Status } from "@/components/ui/status";
import type { loadFactors } from "@/lib/features/second-factor/loaders";
import { formatInstant } from "@/lib/i18n/format";

type Factors = Awaited<ReturnType<typeof loadFactors>>;

const HERE = "/account/second-factor";

export function FactorsSheet(factors: Factors) {
  return (
    <>
      <Application {...factors} />
      <Passkeys {...factors} />
      {factors.isOn && <Recovery {...factors} />}
    </>
  );
}

function Application({ confirmedAtMs, isPending, next }: Factors) {
  const t = useTranslations("security.application");
  const translate = useInstant();
  const setUp = next ? `${HERE}/authenticator?next=${encodeURIComponent(next)}` : `${HERE}/authenticator`;
  return (
    <Part title={t("title")} note={t("note")}>
      <p className="muted prose-line mt-3">{t("lead")}</p>
      <dl>
        <RecordField label={t("state")}>
          {confirmedAtMs ? (
            <Status kind="ok">{t("on", { when: translate(confirmedAtMs) })}</Status>
          ) : (
            <Status kind="plain">{t(isPending ? "waiting" : "off")}</Status>
          )}
        </RecordField>
      </dl>
      <div className="bar">
        {confirmedAtMs ? (
          <LinkButton href={`${HERE}/authenticator/disable`}>{t("disable")}</LinkButton>
        ) : (
          <LinkButton tone="go" href={setUp}>
            {t(isPending ? "resume" : "setUp")}
          </LinkButton>
        )}
      </div>
    </Part>
  );
}

function Passkeys({ passkeys, arePasskeysPossible, next }: Factors) {
  const t = useTranslations("security.keys");
  const add = next ? `${HERE}/passkeys/new?next=${encodeURIComponent(next)}` : `${HERE}/passkeys/new`;
  return (
    <Part title={t("title")} note={t("note")}>
      <p className="muted prose-line mt-3">{t(arePasskeysPossible ? "lead" : "notHere")}</p>
      {passkeys.length > 0 && (
        <dl>
          {passkeys.map((passkey) => (
            <Passkey key={passkey.id} {...passkey} />
          ))}
        </dl>
      )}
      {arePasskeysPossible && (
        <div className="bar">
          <LinkButton href={add}>{t("add")}</LinkButton>
        </div>
      )}
    </Part>
  );
}

function Passkey({ id, name, createdAtMs, lastUsedAtMs, backedUp }: Factors["passkeys"][number]) {
  const t = useTranslations("security.keys");
  const translate = useInstant();
  return (
    <RecordField label={<bdi dir="auto">{name}</bdi>}>
      {t("added", { when: translate(createdAtMs) })}
      <br />
      <span className="muted">
        {lastUsedAtMs ? t("used", { when: translate(lastUsedAtMs) }) : t("unused")}
        {" · "}
        {t(backedUp ? "backedUp" : "deviceOnly")}
      </span>
      <br />
      <a href={`${HERE}/passkeys/${id}`}>{t("manage", { name })}</a>
    </RecordField>
  );
}

function Recovery({ recoveryLeft, isRunningOut }: Factors) {
  const t = useTranslations("security.codes");
  return (
    <Part title={t("part")} note={t("note")}>
      <p className="muted prose-line mt-3">{t("lead")}</p>
      <dl>
        <RecordField label={t("state")}>
          <Status kind={isRunningOut ? "warn" : "ok"}>{t("left", { count: recoveryLeft })}</Status>
        </RecordField>
      </dl>
      <div className="bar">
        <LinkButton tone={isRunningOut ? "go" : undefined} href={`${HERE}/recovery-codes`}>
          {t("renew")}
        </LinkButton>
      </div>
    </Part>
  );
}

function useInstant() {
  const locale = useLocale();
  return (instantMs: number) => formatInstant(instantMs, "Africa/Casablanca", locale);
}
