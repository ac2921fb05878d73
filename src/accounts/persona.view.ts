import type { Persona } from './persona.entity.ts';

export interface PersonaView {
  id: string;
  conferenceId: string;
  name: string;
  tagline: string;
  avatarUrl: string;
}

/** The path of a persona's avatar, equal for all readers. */
export const avatarUrl = (personaId: string): string => `/avatars/${personaId}.svg`;

export const toPersonaView = ({ id, conferenceId, name, tagline }: Persona): PersonaView => ({
  id,
  conferenceId,
  name,
  tagline,
  avatarUrl: avatarUrl(id),
});
