import { AppealForm } from './appeal-form.ts';
import { LockForm } from './lock-form.ts';
import { PowersPages } from './powers.page.ts';
import { QueueBulk } from './queue-bulk.ts';
import { QueueForm } from './queue-form.ts';
import { QueuePageView } from './queue-view.ts';
import { QueuePages } from './queue.page.ts';
import { RecapModerationPages } from './recap-moderation.page.ts';
import { SanctionForm } from './sanction-form.ts';
import { SanctionsPages } from './sanctions.page.ts';
import { ThreadModerationPages } from './thread-moderation.page.ts';
import { UndoHide } from './undo-hide.ts';
import { ReportForm } from '../reader/report-form.ts';
import { ReportRecapPages } from '../reader/report-recap.page.ts';
import { ReportStatusPages } from '../reader/report-status.page.ts';
import { ReportPages } from '../reader/report.page.ts';

/** The pages of reports and of decisions about them. */
export const MODERATION_PAGES = [
  PowersPages,
  QueuePages,
  RecapModerationPages,
  ReportPages,
  ReportRecapPages,
  ReportStatusPages,
  SanctionsPages,
  ThreadModerationPages,
];

/** The forms on these pages. */
export const MODERATION_FORMS = [
  AppealForm,
  LockForm,
  QueueBulk,
  QueueForm,
  QueuePageView,
  ReportForm,
  SanctionForm,
  UndoHide,
];
