import { Avatar } from '../components/avatar.tsx';
import { ICONS, Icon, type IconName } from '../components/icon.tsx';
import type { LocaleSettings } from '../components/locale-context.ts';
import { Toast } from '../components/toast.tsx';

import { HERE, Part } from './style-part.tsx';
import { Chip, CHIP_OF_STATUS } from '../components/chip.tsx';
import { Day } from '../components/date-time.tsx';
import { Menu } from '../components/menu.tsx';
import { Segmented, SegmentedChoice } from '../components/segmented.tsx';
import { TabBar } from '../components/tab-bar.tsx';

const STATUSES = ['open', 'taken', 'answered', 'declined', 'merged', 'expired'] as const;
const ORDERS = ['top', 'newest', 'oldest'] as const;
const DAYS = ['2026-11-27', '2026-11-28', '2026-11-29'];
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
          <Chip kind="live">{say('pages.thread.live')}</Chip> <Chip>{say('pages.conference.now')}</Chip>{' '}
          <Chip kind="role">{say('pages.role.speaker')}</Chip> <Chip kind="held">{say('pages.thread.held')}</Chip>{' '}
          {STATUSES.map((status) => (
            <Chip key={status} kind={CHIP_OF_STATUS[status]}>
              {say(`pages.conference.status.${status}`)}
            </Chip>
          ))}
        </p>
      </Part>
      <Segments say={say} locale={locale} />
      <Tabs say={say} />
      <Toasts say={say} />
      <Menus say={say} />
    </>
  );
}

const Segments = ({ say, locale }: Pick<LocaleSettings, 'say' | 'locale'>) => (
  <Part name="segments">
    <Segmented
      label={`${say('pages.thread.parts')} ${locale}`}
      segments={ORDERS.map((order) => ({
        href: `${HERE}?sort=${order}`,
        label: say(`pages.thread.orders.${order}`),
        isChosen: order === 'top',
      }))}
    />
    <fieldset class="kinds seg">
      <legend class="unseen">{say('pages.form.kind')}</legend>
      <SegmentedChoice
        name={`kind-${locale}`}
        choices={(['comment', 'speaker'] as const).map((kind) => ({
          id: `${kind}-${locale}`,
          label: say(`pages.form.kinds.${kind}`),
          isChosen: kind === 'comment',
        }))}
      />
    </fieldset>
  </Part>
);

const Tabs = ({ say }: Pick<LocaleSettings, 'say'>) => (
  <Part name="tabs">
    <TabBar
      label={say('pages.conference.filter.day')}
      tabs={DAYS.map((day, i) => ({
        href: `${HERE}?day=${day}`,
        label: <Day on={day} short />,
        current: i === 1 ? 'date' : undefined,
      }))}
    />
  </Part>
);

const Toasts = ({ say }: Pick<LocaleSettings, 'say'>) => (
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
);

const Menus = ({ say }: Pick<LocaleSettings, 'say'>) => (
  <Part name="menu">
    <Menu label={say('pages.thread.menu')} isOpen>
      <a href={HERE}>
        <Icon name="quote" />
        {say('pages.reading.quote')}
      </a>
      <button type="button">
        <Icon name="trash" />
        {say('pages.thread.withdraw')}
      </button>
    </Menu>
    <Menu label={say('pages.thread.menu')}>
      <a href={HERE}>{say('pages.reading.quote')}</a>
    </Menu>
    <p class="spacer" />
  </Part>
);
