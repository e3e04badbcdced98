import { broken, doubt, met, ofConsumers, type Judgement, type Situation } from "./judgement";

/** T4: the number that calls is shown. */
export function judgeMasked(situation: Situation): Judgement {
  return ofConsumers(situation, () => {
    const { shownNumber } = situation.facts;
    if (shownNumber === null) return doubt("number-unknown");
    return shownNumber === "masked" ? broken("number-masked") : met("number-shown");
  });
}

/** T16: a machine that dials shows a number of the ranges made for it. */
export function judgeDialler({ facts: { isDialler, shownNumber } }: Situation): Judgement {
  if (isDialler === false || shownNumber === "masked" || shownNumber === "foreign") return null;
  if (shownNumber === null) return doubt("number-unknown");
  if (shownNumber === "platform") return met("number-platform");
  if (isDialler === null) return doubt("dialler-unknown");
  return shownNumber === "mobile" ? broken("number-mobile") : doubt("number-other-range");
}

/** T17: a French number shown from abroad needs an operator that vouches for it. */
export function judgeAbroad({ facts }: Situation): Judgement {
  const { isFromAbroad, shownNumber, isAuthenticated } = facts;
  if (isFromAbroad === false || shownNumber === "masked" || shownNumber === "foreign") return null;
  if (shownNumber === null) return doubt("number-unknown");
  if (isFromAbroad === null) return isAuthenticated ? null : doubt("abroad-unknown");
  if (isAuthenticated === null) return doubt("number-authentication");
  if (isAuthenticated) return met("number-authenticated");
  return broken(shownNumber === "mobile" ? "number-mobile-abroad" : "number-unauthenticated");
}
