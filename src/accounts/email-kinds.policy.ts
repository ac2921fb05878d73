/** Kinds of e-mails that are not necessary; each has a switch. `answered`: an answer to one's question. */
export const EMAIL_KINDS = ['answered'] as const;
export type EmailKind = (typeof EMAIL_KINDS)[number];

/** The kind that a link names; links of e-mails before there were kinds end those about answers. Null for no kind. */
export const endedKind = (named: string | undefined): EmailKind | null =>
  named === undefined ? 'answered' : (EMAIL_KINDS.find((kind) => kind === named) ?? null);
