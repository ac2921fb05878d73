import { Avatar } from '../components/avatar.tsx';
import { ICONS, Icon, type IconName } from '../components/icon.tsx';
import type { LocaleSettings } from '../components/locale-context.ts';
import { Toast } from '../components/toast.tsx';

import { HERE, Part } from './style-part.tsx';

const STATUSES = ['open', 'taken', 'answered', 'declined', 'merged', 'expired'] as const;
const LETTERS = ['Hélène Petit', 'Inès', 'Jo from the back row', 'نادية', '42'];

/** The small parts of all pages, each in every state: icons, letters, chips, segments, menus. */
export function StyleControls({ say, locale }: LocaleSettings) {
  return (
    <>
      <Part name="icons">
        <p>
          {Object.keys(ICONS).map((name) => (
            <span key={name} class="chip">
              <Icon name={name as IconName} /> {name}
            </span>
          ))}
        </p>
      </Part>
      <Part name="letters">
        <div class="inline">
          {LETTERS.map((name, i) => (
            <Avatar key={name} author={{ id: `0${i}`, name, avatarUrl: '', roles: [] }} />
          ))}
          <Avatar author={null} />
        </div>
      </Part>
      <Part name="chips">
        <p>
          <span class="chip live">{say('pages.thread.live')}</span>{' '}
          <span class="chip">{say('pages.conference.now')}</span>{' '}
          <span class="badge role">{say('pages.role.speaker')}</span>{' '}
          <span class="badge held">{say('pages.thread.held')}</span>{' '}
          {STATUSES.map((status) => (
            <span key={status} class={`badge ${status}`}>
              {say(`pages.conference.status.${status}`)}
            </span>
          ))}
        </p>
      </Part>
      <Part name="segments">
        <nav class="seg" aria-label={`${say('pages.thread.parts')} ${locale}`}>
          <a href={HERE} aria-current="true">
            {say('pages.thread.orders.top')}
          </a>
          <a href={HERE}>{say('pages.thread.orders.newest')}</a>
          <a href={HERE}>{say('pages.thread.orders.oldest')}</a>
        </nav>
      </Part>
      <Part name="toast">
        <Toast also={<button type="button">{say('pages.undo')}</button>}>{say('pages.desk.done.taken')}</Toast>
        <Toast>{say('pages.desk.done.answered')}</Toast>
        <div class="toasts still">
          <Toast also={<button type="button">{say('pages.undo')}</button>}>{say('pages.desk.done.taken')}</Toast>
        </div>
        <div class="toasts still">
          <Toast also={<a href={HERE}>{say('pages.desk.see')}</a>}>{say('pages.desk.done.answer')}</Toast>
        </div>
      </Part>
      <Part name="menu">
        <details class="menu" open>
          <summary aria-label={say('pages.thread.menu')}>
            <Icon name="more" />
          </summary>
          <div class="panel">
            <a href={HERE}>
              <Icon name="quote" />
              {say('pages.reading.quote')}
            </a>
            <button type="button">
              <Icon name="trash" />
              {say('pages.thread.withdraw')}
            </button>
          </div>
        </details>
        <p class="spacer" />
      </Part>
    </>
  );
}
