import type { TemplateQuestion } from "./types";

const gdpr = (...articles: string[]): TemplateQuestion => ({ law: "gdpr", articles });
const consumer = (...articles: string[]): TemplateQuestion => ({ law: "consumer-code", articles });

/** Questions to the controller before the work begins; each sentence cites its articles. */
export const QUESTIONS: Readonly<Record<string, TemplateQuestion>> = {
  "identity-check": gdpr("28(3)(a)"),
  "rights-channel": gdpr("28(3)(e)"),
  "recording-scope": gdpr("28(3)(a)", "28(3)(g)"),
  "listening-scope": gdpr("28(3)(a)", "28(3)(b)"),
  "agents-own": gdpr("30(1)", "28(10)"),
  "card-pause": gdpr("28(3)(c)", "32(1)"),
  "health-condition": gdpr("9"),
  "medical-limits": gdpr("28(3)(a)"),
  "large-scale-officer": gdpr("37(1)"),
  "moroccan-authorisation": { law: "law-09-08", articles: ["12(1)"] },
  "identity-card": { law: "law-09-08", articles: ["12(1)"] },
  "impact-assessment": gdpr("28(3)(f)", "35"),
  "robot-consent": { law: "telecom-code", articles: ["L34-5"] },
  voiceprint: gdpr("9"),
  "ai-provider": gdpr("28(2)", "28(3)(a)"),
  // Cold calling of consumers in France, as it stands since 11 August 2026.
  "telesales-consent": consumer("L223-1", "R223-1", "R223-2"),
  "telesales-call": consumer("D223-9", "L221-16", "L221-17"),
  "banned-sectors": consumer("L223-1"),
  "prospecting-or-not": consumer("L223-1"),
  "ongoing-contract": consumer("L223-1"),
  "business-objection": gdpr("21(2)", "21(3)"),
  "list-origin": gdpr("28(3)(a)", "28(10)"),
  "survey-names": gdpr("28(3)(a)", "32(1)(a)"),
  "debtor-discretion": gdpr("28(3)(a)", "28(3)(b)"),
  "debtor-terms": gdpr("28(10)"),
  "quality-sample": gdpr("28(3)(a)"),
  "written-retention": gdpr("28(3)(g)"),
  "file-limits": gdpr("28(3)(a)", "28(3)(g)"),
  "moderation-rules": gdpr("28(3)(a)", "28(10)"),
  offences: gdpr("9", "10"),
  children: gdpr("8"),
  "remote-limits": gdpr("28(3)(a)", "28(3)(b)"),
  "home-permission": gdpr("28(3)(a)", "32(4)"),
  "home-countries": gdpr("30(2)(c)", "44"),
};
