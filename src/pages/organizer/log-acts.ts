/** An act of the log as the key of its sentence. */
export interface LogAct {
  /** The end of `pages.log.acts.*`. */
  key: string;
  /** The role of an invitation; null for other acts. */
  invited: string | null;
}

/** Routes of organizers and moderators by the sentence of their log; the first that fits is taken. */
const ROUTES: readonly (readonly [RegExp, string])[] = [
  [/^\w+ \S*\/(?:appearance|brand\/:image)$/, 'appearance'],
  [/^\w+ \S*\/(?:conduct|rules)$/, 'rules'],
  [/^\w+ \S*\/embedding$/, 'embedding'],
  [/^\w+ \S*\/closing$/, 'closing'],
  [/^\w+ \S*\/(?:settings|guests)$/, 'settings'],
  [/^\w+ \S*\/discussions\/settings$/, 'discussion-changed'],
  [/^POST \S*\/(?:conferences\/:conference\/threads|discussions)$/, 'discussion-opened'],
  [/^\w+ \S*\/threads(?:\/:id)?$/, 'discussion-changed'],
  [/^POST \S*\/(?:conferences\/:conference\/talks|programme)$/, 'talk-added'],
  [/^\w+ \S*\/(?:talks\/:id|programme\/:talk)$/, 'talk-changed'],
  [/^POST \S*\/imports\/\S+\/undo$/, 'import-undone'],
  [/^POST \S*\/imports$/, 'imported'],
  [/^POST \S*\/(?:import-questions\/:id\/answer|import\/answers)$/, 'import-answered'],
  [/^POST \S*\/speaker-links$/, 'speaker-links'],
  [/^\w+ \S*\/speakers\/addresses$/, 'speaker-addresses'],
  [/^\w+ \S*\/speakers\/invitations$/, 'speakers-invited'],
  [/^\w+ \S*\/invitations\S*$/, 'invited'],
  [/^\w+ \S*\/grants(?:\/:id)?$/, 'role-removed'],
  [/^\w+ \S*\/recap$/, 'recap'],
  [/^POST (?:\/organize|\/organize\/programmes|\S*\/admin\/conferences)$/, 'conference-made'],
  [/^PATCH \S*\/conferences\/:conference$/, 'settings'],
  [/^(?:DELETE \S*\/conferences\/:conference|POST \S*\/removal)$/, 'conference-removed'],
];

/** The sentence of an entry of the audit; `other` for an act that has none. */
export function logActOf(action: string): LogAct {
  const [, kind] = /^decision\.([\w-]+)$/.exec(action) ?? [];
  if (kind !== undefined) return { key: `decision.${kind}`, invited: null };
  const [, what, role] = /^invitation\.(\w+) (\w+)$/.exec(action) ?? [];
  if (what !== undefined) return { key: `invitation.${what}`, invited: role ?? null };
  const [, noted] = /^((?:api-token|holds|talk)\.\w+)$/.exec(action) ?? [];
  if (noted !== undefined) return { key: noted, invited: null };
  return { key: ROUTES.find(([route]) => route.test(action))?.[1] ?? 'other', invited: null };
}
