import { makeLetter } from "@/prisma/factories/outbox";
import { expect, test } from "./fixtures";

test("a letter leaves once its change is written, and says what it should", async ({
  organisation,
  mailTo,
}) => {
  const link = "https://amana.example/invitation?token=a1b2c3";
  const { to } = await makeLetter(organisation, { secrets: { link } });
  const mail = await mailTo(to.address);
  expect(mail).toMatchObject({ subject: "Lettre d’essai d’Amana", language: "fr" });
  expect(mail.text).toContain("Bonjour Hélène Marchetti,");
  expect(mail.html).toContain("les lettres d’Amana arrivent");
});
