import { z } from "zod";
import { campaignContentSchema } from "@/lib/domain/campaign/content";
import { CAMPAIGN_EVENTS } from "@/lib/domain/campaign/lifecycle";
import { blankAsNull, eventForm, place, requiredText, rowsOf, several, text } from "@/lib/forms/typed-fields";

const content = campaignContentSchema.shape;

/** Number as somebody types it; the verb writes it in E.164. */
const shownNumber = z.object({
  number: requiredText(40),
  authenticated: blankAsNull(content.numbers.unwrap().element.shape.authenticated),
});

/** A campaign as its form sends it. */
export const campaignFieldsSchema = z.object({
  title: requiredText(200),
  instructionId: blankAsNull(z.uuid().nullable()),
  instructionReason: text(1000),
  scriptId: blankAsNull(z.uuid().nullable().default(null)),
  professional: text(300),
  product: text(300),
  sector: blankAsNull(content.sector),
  audience: blankAsNull(content.audience),
  territories: z.preprocess(several, content.territories),
  countries: z.preprocess(several, content.countries),
  provenance: text(4000),
  basis: blankAsNull(content.basis),
  firstDay: blankAsNull(content.firstDay),
  lastDay: blankAsNull(content.lastDay),
  numbers: rowsOf(shownNumber, 50),
  abroad: blankAsNull(content.abroad),
  robot: blankAsNull(content.robot),
  dialler: blankAsNull(content.dialler),
  writes: blankAsNull(content.writes),
  saleOwn: blankAsNull(content.saleOwn),
  saleSimilar: blankAsNull(content.saleSimilar),
  saleCollected: blankAsNull(content.saleCollected),
  saleRefusalThen: blankAsNull(content.saleRefusalThen),
  saleRefusalEach: blankAsNull(content.saleRefusalEach),
});

export const campaignCreateSchema = campaignFieldsSchema.extend({ controllerId: z.uuid("required") });
export const campaignUpdateSchema = campaignFieldsSchema.extend(place);
export const campaignMoveSchema = eventForm(CAMPAIGN_EVENTS);

/** A scrub of the campaign's list, with the reference of its certificate. */
export const campaignScrubSchema = z.object({
  id: z.uuid(),
  scrubbedOn: z.iso.date("day"),
  fileCount: z.coerce.number("required").int("required").min(1, "required").max(100_000_000, "tooMany"),
  certificate: requiredText(300),
});

export type CampaignScrub = z.output<typeof campaignScrubSchema>;
export type CampaignFields = z.output<typeof campaignFieldsSchema>;
export type CampaignCreate = z.output<typeof campaignCreateSchema>;
export type CampaignUpdate = z.output<typeof campaignUpdateSchema>;
export type CampaignMove = z.output<typeof campaignMoveSchema>;
