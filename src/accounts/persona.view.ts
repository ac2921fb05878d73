import { versionOf } from '../kernel/precondition.ts';
import { renderMarkdown } from '../platform/markup/markdown.ts';
import type { Persona } from './persona.entity.ts';

/** A person's text about themselves, as typed and as it is shown. */
export interface BiographyView {
  /**
   * The text as it was typed; empty without one.
   *
   * @example I teach, and I **take notes**.
   */
  markdown: string;
  /**
   * Safe to show.
   *
   * @example <p>I teach, and I <strong>take notes</strong>.</p>
   */
  html: string;
}

export interface PersonaView {
  id: string;
  conferenceId: string;
  /** Of its page `/c/{conference}/by/{slug}`, which is there once it has something to show. */
  slug: string;
  /** Empty until one is chosen, for a persona that has only asked anonymously. */
  name: string;
  /** A line below the name; empty without one. */
  tagline: string;
  /** The person's text about themselves; its parts are empty without one. */
  biography: BiographyView;
  /** Whether its page lists its comments. */
  showsComments: boolean;
  /** Whether search engines may find its page. */
  isIndexed: boolean;
  /** A path of this site. */
  avatarUrl: string;
}

/** The version of the editable fields of a persona. */
export const personaVersion = ({
  name,
  tagline,
  biography,
  showsComments,
  isIndexed,
}: Pick<PersonaView, 'name' | 'tagline' | 'biography' | 'showsComments' | 'isIndexed'>): string =>
  versionOf(name, tagline, biography.markdown, showsComments, isIndexed);

/** The path of a persona's avatar, equal for all readers. */
export const avatarUrl = (personaId: string): string => `/avatars/${personaId}.svg`;

export const biographyView = (markdown: string): BiographyView => ({ markdown, html: renderMarkdown(markdown) });

export const toPersonaView = ({
  id,
  conferenceId,
  slug,
  name,
  tagline,
  biography,
  hasCommentsShown,
  isIndexed,
}: Persona): PersonaView => ({
  id,
  conferenceId,
  slug,
  name,
  tagline,
  biography: biographyView(biography),
  showsComments: hasCommentsShown,
  isIndexed,
  avatarUrl: avatarUrl(id),
});
