import { AppearancePages } from './appearance.page.ts';
import { AuditPages } from './audit.page.ts';
import { ConductPages } from './conduct.page.ts';
import { OrganizedConferencesPages } from './conferences.page.ts';
import { DiscussionsPages } from './discussions.page.ts';
import { EmbeddingPages } from './embedding.page.ts';
import { ExportPages } from './export.page.ts';
import { ImportPages } from './import.page.ts';
import { ImportsPages } from './imports.page.ts';
import { OrganizedFiguresPages } from './figures.page.ts';
import { OrganizePages } from './organize.page.ts';
import { OrganizedGrants } from './organized-grants.ts';
import { OrganizedProgramme } from './organized-programme.ts';
import { OrganizedThreads } from './organized-threads.ts';
import { PosterPages } from './posters.page.ts';
import { ProgrammeGrids } from './programme-grids.ts';
import { ProgrammePages } from './programme.page.ts';
import { SettingsPages } from './settings.page.ts';
import { SpeakersPages } from './speakers.page.ts';
import { TalkForms } from './talk-forms.ts';
import { TeamPages } from './team.page.ts';
import { TransparencyPages } from './transparency.page.ts';
import { ThreadSettingsForm } from './thread-settings-form.ts';
import { ProgrammeFileForm } from './programme-file-form.ts';
import { UploadedForms } from './uploaded-form.ts';

/** The pages of a conference's organizers, each a part of the menu. */
export const ORGANIZERS_PAGES = [
  AppearancePages,
  AuditPages,
  ConductPages,
  EmbeddingPages,
  OrganizedConferencesPages,
  DiscussionsPages,
  ExportPages,
  OrganizedFiguresPages,
  ProgrammePages,
  SettingsPages,
  PosterPages,
  SpeakersPages,
  TeamPages,
  TransparencyPages,
  ImportPages,
  ImportsPages,
  OrganizePages,
];

/** The parts that these pages share. */
export const ORGANIZERS_PARTS = [
  ThreadSettingsForm,
  OrganizedGrants,
  OrganizedProgramme,
  OrganizedThreads,
  ProgrammeFileForm,
  ProgrammeGrids,
  TalkForms,
  UploadedForms,
];
