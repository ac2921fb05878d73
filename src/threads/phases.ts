import { addTo } from '../kernel/clock.ts';
import { closingOf, openingOf } from '../programme/conference.policy.ts';
import type { Conference } from '../programme/conference.entity.ts';
import type { PhaseOverrides } from './thread.entity.ts';
import type { Phases } from './thread.policy.ts';

/**
 * Beginnings of a thread's phases. A talk's thread takes questions some hours before the talk and everything from its
 * start; a free thread, or one of a talk without a time, opens for everything with the conference.
 */
export function phasesOf(
  conference: Conference,
  talk: { startsAt: Date | null } | null,
  overrides: PhaseOverrides,
): Phases {
  const opening = openingOf(conference);
  const startsAt = talk?.startsAt ?? opening;
  const opensAt = talk?.startsAt ? addTo(talk.startsAt, { hours: -conference.settings.opensHoursBefore }) : opening;
  const closing = closingOf(conference);
  const chosen = (name: keyof PhaseOverrides, otherwise: Date): Date =>
    overrides[name] === undefined ? otherwise : new Date(overrides[name]);
  return {
    opensAt: chosen('opensAt', opensAt),
    startsAt,
    readonlyAt: chosen('readonlyAt', closing.readonlyAt),
    archivedAt: chosen('archivedAt', closing.archivedAt),
  };
}
