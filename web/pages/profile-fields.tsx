import { NAME_UNITS } from '../components/name-units.ts';
import type { Words } from '../../locales/words.ts';

/** What a profile shows of a person, as a form has it. */
export interface ProfileFieldValues {
  name: string;
  tagline: string;
  /** Markdown. */
  biography: string;
  showsComments: boolean;
  isIndexed: boolean;
}

interface ProfileFieldsProps {
  say: Words;
  /** Tells the fields of one form from those of another. */
  of: string;
  profile: ProfileFieldValues | null;
}

/** The fields of a profile: its name, and what stands about its author under a recap and on their page. */
export function ProfileFields({ say, of, profile }: ProfileFieldsProps) {
  return (
    <>
      <p>
        <label for={`name-${of}`}>{say('pages.form.name')}</label>
        <input id={`name-${of}`} name="name" required maxlength={NAME_UNITS} defaultValue={profile?.name} />
        {profile?.name === '' && <span class="help">{say('pages.me.unnamedPersona')}</span>}
      </p>
      <p>
        <label for={`tag-${of}`}>{say('pages.me.tagline')}</label>
        <input id={`tag-${of}`} name="tagline" maxlength={240} defaultValue={profile?.tagline} />
      </p>
      <p>
        <label for={`bio-${of}`}>{say('pages.me.biography')}</label>
        <textarea
          id={`bio-${of}`}
          name="biography"
          rows={4}
          maxlength={1200}
          defaultValue={profile?.biography}
          aria-describedby={`bio-help-${of}`}
        />
        <span class="help" id={`bio-help-${of}`}>
          {say('pages.me.biographyHelp')}
        </span>
      </p>
      <p>
        <label>
          <input type="checkbox" name="showsComments" checked={profile?.showsComments ?? false} />{' '}
          {say('pages.me.showsComments')}
        </label>
      </p>
      <p>
        <label>
          <input type="checkbox" name="isIndexed" checked={profile?.isIndexed ?? false} /> {say('pages.me.isIndexed')}
        </label>
      </p>
    </>
  );
}
