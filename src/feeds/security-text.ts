import type { Clock } from '../kernel/clock.ts';

/** Validity in days: RFC 9116 recommends less than a year, and each answer renews it. */
const VALID_DAYS = 180;

/**
 * `/.well-known/security.txt` (RFC 9116): where to report a vulnerability, in which languages, and until when this is
 * valid.
 */
export function securityText(contact: string, { publicUrl, clock }: { publicUrl: string; clock: Clock }): string {
  // A day, so that the answer has the same bytes until tomorrow.
  const expires = `${clock.in({ days: VALID_DAYS }).toISOString().slice(0, 10)}T00:00:00.000Z`;
  return [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    'Preferred-Languages: fr, en',
    `Canonical: ${publicUrl}/.well-known/security.txt`,
    `Policy: ${publicUrl}/.well-known/security-policy.txt`,
    '',
  ].join('\n');
}

/** Promises to a reporter of a vulnerability, as in SECURITY.md. */
export const SECURITY_POLICY = `Found a fault in this forum? Thank you for telling us first.

Write to the contact in /.well-known/security.txt, in French or English. Say what you did, what happened, and how
to repeat it. You get an answer within seven days. Please give us ninety days before you publish.

Try things with accounts, comments and a conference of your own, or on a copy of the program. Please do not read or
change what belongs to others, and do not slow the forum down for those who use it. Whoever keeps to this will not
be pursued for it by us.

--

Vous avez trouvé une faille dans ce forum ? Merci de nous la signaler d'abord.

Écrivez au contact donné dans /.well-known/security.txt, en français ou en anglais. Dites ce que vous avez fait, ce qui
s'est passé et comment le reproduire. Vous recevez une réponse sous sept jours. Laissez-nous quatre-vingt-dix jours
avant toute publication.

Faites vos essais avec vos propres comptes, commentaires et conférences, ou sur une copie du programme. Ne lisez pas et
ne modifiez pas ce qui appartient à d'autres, et ne ralentissez pas le forum pour les personnes qui s'en servent. Si
vous respectez cela, nous ne vous poursuivrons pas.
`;
