import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";

/** Commands that need no program of ours. No mark of direction stands round them: a shell would take it for a part. */
const COMMANDS = {
  node: ["node verify.mjs --key FINGERPRINT"],
  key: ["openssl pkey -pubin -in key.pem -outform DER | sha256sum"],
  signature: ["openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in manifest.json -sigfile manifest.sig"],
  sums: ["sha256sum SHA256SUMS", "grep -A 2 SHA256SUMS manifest.json"],
  files: ["sha256sum --strict --check SHA256SUMS"],
  added: ["find . -type f | sed 's|^./||' | sort", "cut -c 67- SHA256SUMS | sort"],
  heads: ["node verify.mjs --key FINGERPRINT --heads empreinte-signee-2026-11-27.txt"],
} as const satisfies Record<string, readonly string[]>;

const STEPS = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];

/** Writes the steps of a verification, one file for each language: its recipient may read another than the dossier's. */
export async function writeReadmes(): Promise<{ path: string; text: string }[]> {
  return Promise.all(
    LOCALES.map(async (locale) => ({ path: `README.${locale}.txt`, text: await readmeOf(locale) })),
  );
}

async function readmeOf(locale: Locale): Promise<string> {
  const t = await translator(locale, "dossier-readme");
  const paragraphs = [
    ...[t("title"), t("what"), t("fingerprint"), t("verifier")],
    ...STEPS.map((step, at) => {
      const lines = COMMANDS[step].map((command) => `    ${command}`);
      return [`${at + 1}. ${t(`steps.${step}`)}`, ...lines].join("\n");
    }),
    ...[t("codes"), t("journal"), t("windows")],
  ];
  return `${paragraphs.join("\n\n")}\n`;
}
