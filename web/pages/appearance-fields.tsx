import type { ConferenceShape } from '../components/shapes.ts';
import type { PageContext } from './page.tsx';

const IMAGES = [
  ['logo', 'logoUrl', undefined],
  ['logoDark', 'logoDarkUrl', 'for-dark'],
  ['cover', 'coverUrl', 'wide'],
] as const;

export function ImageFields({ brand, say }: { brand: ConferenceShape['brand']; say: PageContext['say'] }) {
  return (
    <fieldset class="files">
      <legend class="help">{say('pages.appearance.imageHelp')}</legend>
      {IMAGES.map(([name, url, kind]) => (
        <div key={name}>
          <label for={name}>{say(`pages.appearance.${name}`)}</label>
          {brand[url] && <img src={brand[url]} alt={say(`pages.appearance.current.${name}`)} class={kind} />}
          <input
            id={name}
            name={name}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            aria-describedby={`${name}-help`}
          />
          <span class="help" id={`${name}-help`}>
            {say(`pages.appearance.${name}Help`)}
          </span>
          {brand[url] && (
            <label class="choice">
              <input type="checkbox" name={`${name}Removed`} value="yes" /> {say(`pages.appearance.remove.${name}`)}
            </label>
          )}
        </div>
      ))}
    </fieldset>
  );
}

interface ChoicesProps {
  name: 'stageTheme' | 'font';
  values: readonly string[];
  chosen: string;
  say: PageContext['say'];
}

export const Choices = ({ name, values, chosen, say }: ChoicesProps) => (
  <fieldset class="files">
    <legend>
      <strong>{say(`pages.appearance.${name}.title`)}</strong>
    </legend>
    {values.map((value) => (
      <label class="choice" key={value}>
        <input type="radio" name={name} value={value} checked={value === chosen} />{' '}
        {say(`pages.appearance.${name}.${value}`)}
      </label>
    ))}
  </fieldset>
);

export const ColourField = ({ accent, say }: { accent: string; say: PageContext['say'] }) => (
  <p>
    <label for="accent">{say('pages.appearance.colour')}</label>
    <input
      id="accent"
      name="accent"
      value={accent}
      maxlength={9}
      autocomplete="off"
      spellcheck={false}
      aria-describedby="accent-help"
    />
    <span class="help" id="accent-help">
      {say('pages.appearance.colourHelp')}
    </span>
  </p>
);
