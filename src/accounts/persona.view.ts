import { versionOf } from '../kernel/precondition.ts';
import type { Persona } from './persona.entity.ts';

export interface PersonaView {
  id: string;
  conferenceId: string;
  /** Empty until one is chosen, for a persona that has only asked anonymously. */
  name: string;
  tagline: string;
  avatarUrl: string;
}

/** The version of the editable fields of a persona. */
export const personaVersion = ({ name, tagline }: Pick<PersonaView, 'name' | 'tagline'>): string =>
  versionOf(name, tagline);

/** The path of a persona's avatar, equal for all readers. */
export const avatarUrl = (personaId: string): string => `/avatars/${personaId}.svg`;

export const toPersonaView = ({ id, conferenceId, name, tagline }: Persona): PersonaView => ({
  id,
  conferenceId,
  name,
  tagline,
  avatarUrl: avatarUrl(id),
});
