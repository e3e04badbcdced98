"use client";

import { Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { SubmitButton } from "@/components/ui/button";
import { ErrorBox } from "@/components/ui/error-box";
import { FileInput, Select, TextInput, type Option } from "@/components/ui/text-input";
import type { LogProposal } from "@/lib/features/call-log/schema";
import { formatNumber } from "@/lib/i18n/format";
import { askedPrefix, asksOrder, withLayout } from "./chosen-layout";
import { DialledChoice } from "./dialled-choice";
import { LayoutFields } from "./layout-fields";
import { askProposal, sendLog } from "./send-log";

type NewLogProps = {
  org: string;
  campaigns: readonly { id: string; reference: string; title: string }[];
  today: string;
  storedUntil: string;
  /** Countries of which numbers without a code may be. */
  countries: readonly Option[];
  maxBytes: number;
  sampleBytes: number;
};

/** A log is chosen, how it is read is proposed by its first bytes, and then it is sent: a file of this size needs a script. */
export function NewLog({
  org,
  campaigns,
  today,
  storedUntil,
  countries,
  maxBytes,
  sampleBytes,
}: NewLogProps) {
  const t = useTranslations("call-log");
  const router = useRouter();
  const [campaignId, setCampaign] = useState("");
  const [lastDay, setLastDay] = useState(storedUntil);
  const [file, setFile] = useState<File | null>(null);
  const [proposal, setProposal] = useState<LogProposal | null>(null);
  const [error, setError] = useState("");
  const [share, setShare] = useState<number | null>(null);

  const [isPrefixSaid, setPrefixSaid] = useState(false);
  const [orderOf, setOrderOf] = useState<number | null>(null);

  const propose = async (chosenFile: File | null, chosen: Record<string, string> = {}) => {
    setError("");
    setPrefixSaid(false);
    setOrderOf(null);
    if (!chosenFile) return setProposal(null);
    if (chosenFile.size > maxBytes) return setError("tooLarge");
    const answer = await askProposal(org, chosenFile, { bytes: sampleBytes, chosen });
    if (answer.ok) setProposal(answer.value);
    else setError(answer.error);
  };
  const send = async () => {
    if (!file || !proposal) return;
    const { layout, head } = proposal;
    if (layout.columns.number === null || layout.columns.at === null) return setError("columns");
    if (askedPrefix(proposal) && !isPrefixSaid) return setError("dialPrefix");
    if (asksOrder(proposal, orderOf)) return setError("dateOrder");
    setError("");
    setShare(0);
    const about = {
      campaignId,
      fileName: file.name,
      storedUntil: lastDay,
      layout,
      head: layout.hasHead ? head : "",
    };
    const answer = await sendLog(org, file, { head: about, onShare: setShare });
    setShare(null);
    if (answer.ok) router.push(`/${org}/telephone/logs/${answer.value.id}`);
    else setError(answer.error);
  };
  const dialled = proposal && askedPrefix(proposal);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <noscript>
        <p>{t("new.script")}</p>
      </noscript>
      {error && <Refused error={error} />}
      <Select
        name="campaignId"
        label={t("fields.campaignId")}
        blank={t("new.chooseCampaign")}
        options={campaigns.map(({ id, reference, title }) => ({ value: id, label: `${reference} ${title}` }))}
        value={campaignId}
        onChange={({ target }) => setCampaign(target.value)}
        required
      />
      <TextInput
        name="storedUntil"
        type="date"
        min={today}
        label={t("fields.storedUntil")}
        hint={t("hints.storedUntil")}
        value={lastDay}
        onChange={({ target }) => setLastDay(target.value)}
        narrow
        required
      />
      <FileInput
        label={t("new.file")}
        hint={t("hints.file")}
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        onChange={({ target }) => {
          const [chosen = null] = target.files ?? [];
          setFile(chosen);
          void propose(chosen);
        }}
      />
      {file && proposal && (
        <fieldset className="call-layout">
          <legend>{t("layout.title")}</legend>
          <p role="status">{t(`layout.origins.${proposal.origin}`)}</p>
          {dialled && (
            <DialledChoice
              key={dialled.column}
              dialled={dialled}
              isRefused={error === "dialPrefix"}
              onChange={(dialPrefix) => {
                setPrefixSaid(true);
                setProposal({ ...proposal, layout: { ...proposal.layout, dialPrefix } });
              }}
            />
          )}
          <LayoutFields
            layout={proposal.layout}
            rows={proposal.rows}
            countries={countries}
            isOrderAsked={asksOrder(proposal, orderOf)}
            onOrder={() => setOrderOf(proposal.layout.columns.at)}
            onChange={(layout) => {
              if (layout.columns.number !== proposal.layout.columns.number) setPrefixSaid(false);
              setProposal(withLayout(proposal, layout));
            }}
            onCut={(cut) => {
              const { delimiter, encoding } = { ...proposal.layout, ...cut };
              void propose(file, { delimiter, encoding });
            }}
          />
        </fieldset>
      )}
      {share !== null && <Sending share={share} />}
      <div className="form-end">
        <SubmitButton icon={Upload} pending={share !== null} disabled={!proposal}>
          {t("new.send")}
        </SubmitButton>
      </div>
    </form>
  );
}

function Refused({ error }: { error: string }) {
  const t = useTranslations("call-log");
  return (
    <ErrorBox title={t("new.refused")}>
      <p>{t(t.has(`issues.${error}`) ? `issues.${error}` : "issues.failed")}</p>
    </ErrorBox>
  );
}

function Sending({ share }: { share: number }) {
  const t = useTranslations("call-log");
  const locale = useLocale();
  return (
    <p>
      <progress
        className="w-full max-w-md accent-accent"
        aria-label={t("new.sending")}
        value={share}
        max={1}
      />
      <span className="block muted" role="status">
        {share < 1 ? t("share", { share: formatNumber(Math.floor(share * 100), locale) }) : t("new.reading")}
      </span>
    </p>
  );
}
