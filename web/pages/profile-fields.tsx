import { Field } from '../components/field.tsx';
import { NAME_UNITS } from '../components/name-units.ts';
import type { Words } from '../../locales/words.ts';

/** The fields of a profile about a person, as a form has them. */
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
      <div class="pair-of-fields">
        <Field
          id={`name-${of}`}
          name="name"
          label={say('pages.form.name')}
          required
          maxlength={NAME_UNITS}
          defaultValue={profile?.name}
          help={profile?.name === '' && say('pages.me.unnamedPersona')}
        />
        <Field
          id={`tag-${of}`}
          name="tagline"
          label={say('pages.me.tagline')}
          maxlength={240}
          defaultValue={profile?.tagline}
        />
      </div>
      <Field
        id={`bio-${of}`}
        name="biography"
        label={say('pages.me.biography')}
        rows={4}
        maxlength={1200}
        defaultValue={profile?.biography}
        help={say('pages.me.biographyHelp')}
      />
      <ProfileChoices profile={profile} say={say} />
    </>
  );
}

const ProfileChoices = ({ profile, say }: Omit<ProfileFieldsProps, 'of'>) => (
  <>
    <p>
      <label class="choice">
        <input type="checkbox" name="showsComments" checked={profile?.showsComments ?? false} />
        <span>{say('pages.me.showsComments')}</span>
      </label>
    </p>
    <p>
      <label class="choice">
        <input type="checkbox" name="isIndexed" checked={profile?.isIndexed ?? false} />
        <span>{say('pages.me.isIndexed')}</span>
      </label>
    </p>
  </>
);
