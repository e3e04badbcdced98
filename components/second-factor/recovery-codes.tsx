"use client";

import { Copy, Download, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useScripted } from "@/components/ui/use-scripted";
import { Button, DownloadButton, LinkButton } from "@/components/ui/button";

type RecoveryCodesProps = { codes: readonly string[]; next: string };

/** Shown once; the text download needs no JavaScript. */
export function RecoveryCodes({ codes, next }: RecoveryCodesProps) {
  const t = useTranslations("security.codes");
  const [isCopied, setCopied] = useState(false);
  const isScripted = useScripted();
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const text = `${t("fileHead")}\n\n${codes.join("\n")}\n`;
  const copy = () => navigator.clipboard.writeText(codes.join("\n")).then(() => setCopied(true));
  return (
    <section className="mt-5" aria-labelledby="codes-title">
      <h2 id="codes-title" tabIndex={-1} ref={ref}>
        {t("title")}
      </h2>
      <p className="prose-line">{t("once")}</p>
      <ol className="recovery" dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="bar">
        <DownloadButton
          icon={Download}
          download="amana-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        >
          {t("download")}
        </DownloadButton>
        {isScripted && (
          <>
            <Button icon={Printer} onClick={() => window.print()}>
              {t("print")}
            </Button>
            <Button icon={Copy} onClick={copy}>
              {t(isCopied ? "copied" : "copy")}
            </Button>
          </>
        )}
      </div>
      <div className="form-end">
        <LinkButton tone="go" href={next}>
          {t("kept")}
        </LinkButton>
      </div>
    </section>
  );
}
