import { api } from './api.ts';
import type { Island } from './thread-island.ts';
import type { MineShape, PersonaShape } from '../components/shapes.ts';

/** Loads what is personal in a thread: what the reader may do, and their personas with a name in its conference. */
export async function loadPersonal({ thread, conferenceId }: Island): Promise<[MineShape, PersonaShape[]]> {
  const mine = await api.get<MineShape>(`/threads/${thread.id}/mine`);
  const me = await api.get<{ personas: (PersonaShape & { conferenceId: string })[] }>('/me');
  return [mine, me.personas.filter((persona) => persona.conferenceId === conferenceId && persona.name)];
}
