/** Words of the texts of a controller's laws, by the article of the GDPR, and whether a law of the Union is among them. */
export type RecordLaws = { articles: ReadonlyMap<string, string>; isOfUnion: boolean };
