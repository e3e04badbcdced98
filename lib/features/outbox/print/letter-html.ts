import { fieldOf } from "@/lib/domain/invariant/required";
import type { ComposedLetter } from "@/lib/i18n/letter";

// Mail clients support tables and inline styles only. Colours of the printed sheet.
const INK = "#1d1a24";
const SOFT = "#55505e";
const PAPER = "#fcfbf8";
const DESK = "#f3f1ec";
const RULE = "#1d1a24";
const GO = "#4a2a82";
const SERIF = "'Source Serif 4', Georgia, 'Times New Roman', serif";
const SANS = "'IBM Plex Sans', 'Segoe UI', Helvetica, Arial, sans-serif";

export function letterHtml(letter: ComposedLetter): string {
  const { locale, direction, subject, greeting, paragraphs, action, closing } = letter;
  const heading = `<h1 style="margin:0;font:600 22px/1.35 ${SERIF};color:${INK}">${escape(subject)}</h1>`;
  const body = [greeting, ...paragraphs].map((text) => paragraph(text)).join("");
  return `<!doctype html>
<html lang="${locale}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:0;background:${DESK}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${DESK}"><tr><td align="center" style="padding:28px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" dir="${direction}" style="max-width:600px;background:${PAPER};border-top:3px solid ${RULE}"><tr><td style="padding:28px 32px 24px;text-align:start">
${heading}
<div style="margin:14px 0 20px;border-top:1px solid ${RULE};font-size:0;line-height:0">&nbsp;</div>
${body}${action ? button(action) : ""}${paragraph(closing)}
${footOf(letter)}
</td></tr></table>
</td></tr></table>
</body>
</html>`;
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 14px;font:400 16px/1.6 ${SANS};color:${INK}">${escape(text)}</p>`;
}

/** Addresses are left-to-right in every language. */
function button({ label, link, copyLink }: NonNullable<ComposedLetter["action"]>): string {
  const href = escape(link ?? "");
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:6px 0 16px"><tr><td style="background:${GO};border-radius:3px"><a href="${href}" style="display:inline-block;padding:12px 22px;font:600 16px/1.2 ${SANS};color:#ffffff;text-decoration:none">${escape(label)}</a></td></tr></table>
<p style="margin:0 0 4px;font:400 13px/1.5 ${SANS};color:${SOFT}">${escape(copyLink)}</p>
<p dir="ltr" style="margin:0 0 18px;font:400 13px/1.5 ${SANS};color:${SOFT};word-break:break-all"><a href="${href}" style="color:${GO}">${href}</a></p>`;
}

function footOf({ foot, leave }: ComposedLetter): string {
  const style = `margin:0;font:400 13px/1.5 ${SANS};color:${SOFT}`;
  const lines = [
    foot.organisation && `<p style="${style};font-weight:600">${escape(foot.organisation)}</p>`,
    foot.address && `<p style="${style}">${escape(foot.address)}</p>`,
    `<p style="margin:10px 0 0;font:400 12px/1.5 ${SANS};color:${SOFT}">${escape(foot.sender)}</p>`,
    leave &&
      `<p style="margin:10px 0 0;font:400 13px/1.5 ${SANS}"><a href="${escape(leave.link)}" style="color:${GO}">${escape(leave.label)}</a></p>`,
  ];
  return `<div style="margin-top:26px;padding-top:12px;border-top:1px solid #e4e0d8">${lines.filter(Boolean).join("")}</div>`;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => fieldOf(ENTITIES, sign));
}
