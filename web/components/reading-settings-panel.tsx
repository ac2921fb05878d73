import { useContext } from 'preact/hooks';
import { TELL_EVERY, type ReadingSettings } from './reading-settings.ts';
import { LocaleContext } from './locale-context.ts';
import type { ClientState, ThreadActions } from './thread-props.ts';

const KEYS = ['j', 'k', 'r', 'n', '/', '?'] as const;
const KEY_NAMES: Partial<Record<string, string>> = { '/': 'slash', '?': 'help' };

/** The reader's settings, stored in this browser only. Loaded when it is opened. */
export function ReadingSettingsPanel({ client, actions }: { client: ClientState; actions: ThreadActions }) {
  const { say } = useContext(LocaleContext);
  const { settings } = client;
  const set =
    (change: (target: HTMLInputElement & HTMLSelectElement) => Partial<ReadingSettings>) =>
    (event: Event): void =>
      actions.changeSettings(change(event.currentTarget as HTMLInputElement & HTMLSelectElement));
  return (
    <div class="card">
      {client.place && (
        <p>
          <button type="button" onClick={actions.goBack}>
            {say('pages.reading.where')}
          </button>
        </p>
      )}
      <p>
        <button type="button" onClick={actions.share(null)}>
          {say('pages.reading.shareThread')}
        </button>
      </p>
      <p>
        <label>
          <input type="checkbox" checked={settings.calm} onChange={set(({ checked }) => ({ calm: checked }))} />{' '}
          {say('pages.reading.calm')}
        </label>
      </p>
      <SizeField
        chosen={settings.size}
        changed={set(({ value }) => ({ size: Number(value) as ReadingSettings['size'] }))}
      />
      <IntervalField chosen={settings.tellEvery} changed={set(({ value }) => ({ tellEvery: Number(value) }))} />
      <p>
        <label>
          <input type="checkbox" checked={settings.keys} onChange={set(({ checked }) => ({ keys: checked }))} />{' '}
          {say('pages.reading.keys')}
        </label>
      </p>
      <KeyList />
    </div>
  );
}

function KeyList() {
  const { say } = useContext(LocaleContext);
  return (
    <dl class="key-list">
      {KEYS.map((key) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{say(`pages.reading.keyList.${KEY_NAMES[key] ?? key}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface ChoiceProps {
  chosen: number;
  changed: (event: Event) => void;
}

/** The interval at which a screen reader says that there are new comments. */
function IntervalField({ chosen, changed }: ChoiceProps) {
  const { say } = useContext(LocaleContext);
  const spanOf = (seconds: number): string => {
    if (seconds === 0) return say('pages.reading.never');
    if (seconds < 120) return say('pages.reading.seconds', { count: seconds });
    return say('pages.reading.minutes', { count: seconds / 60 });
  };
  return (
    <p>
      <label>
        {say('pages.reading.tell')}{' '}
        <select onChange={changed}>
          {TELL_EVERY.map((seconds) => (
            <option key={seconds} value={seconds} selected={chosen === seconds}>
              {spanOf(seconds)}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}

function SizeField({ chosen, changed }: ChoiceProps) {
  const { say } = useContext(LocaleContext);
  return (
    <p>
      <label>
        {say('pages.reading.size')}{' '}
        <select onChange={changed}>
          {([0, 1, 2] as const).map((size) => (
            <option key={size} value={size} selected={chosen === size}>
              {say(`pages.reading.sizes.${size}`)}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}
