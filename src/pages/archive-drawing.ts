import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { words } from '../../locales/catalogues.ts';
import type { ArchiveContext } from '../../web/pages/archive-layout.tsx';
import { ArchiveFiguresPage } from '../../web/pages/archive-figures-page.tsx';
import { ArchiveLanguagePage } from '../../web/pages/archive-language-page.tsx';
import { ArchiveLedgerPage } from '../../web/pages/archive-ledger-page.tsx';
import { ArchiveTalkLine } from '../../web/pages/archive-talk-line.tsx';
import { ArchiveProgrammePage } from '../../web/pages/archive-programme-page.tsx';
import { ArchiveRecapPage, type ArchivedAuthorShape } from '../../web/pages/archive-recap-page.tsx';
import { ArchiveSearchPage } from '../../web/pages/archive-search-page.tsx';
import { ArchiveThreadPage } from '../../web/pages/archive-thread-page.tsx';
import { searchArchive } from '../../web/pages/archive-search.ts';
import type { RecapPartShape } from '../../web/pages/recap-parts.tsx';
import type { PageBrand } from '../../web/pages/page-brand.ts';
import type { BrandShape, CommentShape, ThreadShape } from '../../web/components/shapes.ts';
import {
  ArchiveRenderer,
  type ArchivePages,
  type ArchivePageContext,
  type ArchivedProgramme,
} from '../exports/archive-renderer.ts';
import { BRAND_FOLDER } from '../exports/archive-format.ts';
import { byKey, grouped } from '../kernel/by-key.ts';
import { mapInSlices } from '../kernel/in-slices.ts';
import { dateIn } from '../kernel/zone.ts';
import { timesOf, type TalkView } from '../programme/talk.view.ts';
import { publicDir } from '../platform/http/prepare-http.ts';
import { brandColours } from '../programme/brand-colours.policy.ts';
import { cssOf } from './brand/brand-sheet.ts';
import { interFiles } from './brand/font-files.ts';
import { pageBrandOf } from './brand/page-brand.ts';
import { iconSvg } from './icons/icon-svg.ts';
import { avatar } from './reader/avatar.ts';
import { readAssets } from './assets.ts';
import { DAY_STARTS_AT_HOUR } from '../programme/conference.policy.ts';
import { render } from './render.ts';

/** Draws archives with the components of the site; registered with exports at start. */
@Injectable()
export class ArchiveDrawing implements OnModuleInit {
  constructor(private readonly archiveRenderer: ArchiveRenderer) {}

  onModuleInit(): void {
    this.archiveRenderer.renderWith(DRAWING);
  }
}

/** The built stylesheet; its source, with the parts that it names, without a build. */
const STYLES = [
  path.join(publicDir, readAssets().style.replace(/^\/assets\//, '') || '-'),
  path.resolve(import.meta.dirname, '../../web/style.css'),
];

async function styleOf(file: string): Promise<string> {
  const source = await readFile(file, 'utf8');
  const parts = [...source.matchAll(/^@import '([^']+)';$/gm)].map(([, part]) => path.join(path.dirname(file), part!));
  return (await Promise.all(parts.map(styleOf))).join('') + source.replaceAll(/^@import .*$/gm, '');
}

const DRAWING: ArchivePages = {
  style: async () => {
    const file = STYLES.find((each) => existsSync(each));
    return file === undefined ? '' : styleOf(file);
  },
  brand: ({ brand }) => {
    if (pageBrandOf(brand) === null) return [];
    const fonts = brand.font === 'inter' ? interFiles() : [];
    const icon = iconOf(brand);
    return [
      { name: 'brand.css', contents: cssOf(brand) },
      ...fonts.map(({ name, bytes }) => ({ name, contents: bytes })),
      ...(icon === null ? [] : [icon]),
    ];
  },
  searchScript: () => `(${searchArchive.toString()})();\n`,
  avatar,
  languagePage: (conference) =>
    render(ArchiveLanguagePage, { conference, words: { fr: words('fr'), en: words('en') } }),
  programme: (context, facts) => drawProgramme(around(context), facts),
  thread: (context, page) =>
    render(ArchiveThreadPage, {
      ...page,
      context: around(context),
      thread: page.thread as ThreadShape,
      answered: page.answered as { question: CommentShape; answer: CommentShape | null }[],
      branches: page.branches as { root: CommentShape; replies: CommentShape[]; isContinued: boolean }[],
    }),
  recap: (context, recap) =>
    render(ArchiveRecapPage, {
      ...recap,
      context: around(context),
      author: recap.author as ArchivedAuthorShape | null,
      parts: recap.parts as RecapPartShape[],
    }),
  ledger: (context, lines) =>
    render(ArchiveLedgerPage, {
      context: around({ ...context, title: words(context.locale)('pages.ledger.title') }),
      lines,
    }),
  figures: (context, figures) =>
    render(ArchiveFiguresPage, {
      context: around({ ...context, title: words(context.locale)('pages.figures.title') }),
      figures,
    }),
  search: (context) =>
    render(ArchiveSearchPage, { context: around({ ...context, title: words(context.locale)('pages.search.title') }) }),
};

/** Talk by talk, in slices, because fifteen hundred at once hold the event loop for a tenth of a second. */
async function drawProgramme(context: ArchiveContext, { talks, threads, recaps }: ArchivedProgramme): Promise<string> {
  const ofTalk = byKey(threads, ({ talkId }) => talkId);
  const recapped = new Set(recaps.map(({ threadId }) => threadId));
  const drawn = await mapInSlices(inOrder(talks.flatMap(timesOf)), (talk) => {
    const thread = (ofTalk.get(talk.id) ?? null) as ThreadShape | null;
    const day = dayOf(talk, context.timeZone);
    const hasRecap = thread !== null && recapped.has(thread.id);
    return { day, html: renderToString(h(ArchiveTalkLine, { context, talk: { ...talk, day, thread }, hasRecap })) };
  });
  const days = [...grouped(drawn, ({ day }) => day)].map(([day, those]) => ({
    day,
    html: those.map(({ html }) => html).join(''),
  }));
  return render(ArchiveProgrammePage, {
    context,
    days,
    hallways: threads.filter(({ talkId, recapId }) => talkId === null && recapId === null) as ThreadShape[],
    recaps: recaps.filter(({ isOfficial }) => !isOfficial),
  });
}

/** By time; talks without one come last. */
const inOrder = (talks: readonly TalkView[]): TalkView[] => talks.toSorted((a, b) => timeOf(a) - timeOf(b));

const timeOf = ({ startsAt }: TalkView): number => (startsAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(startsAt));

/** Early hours belong to the evening before. */
const dayOf = ({ startsAt }: TalkView, timeZone: string): string | null =>
  startsAt === null ? null : dateIn(timeZone, new Date(Date.parse(startsAt) - DAY_STARTS_AT_HOUR * 3_600_000));

const around = (context: ArchivePageContext): ArchiveContext => ({
  ...context,
  brand: archivedBrand(context),
  say: words(context.locale),
  timeZone: context.conference.timeZone,
});

/** The forum's mark in the colour of a conference whose logo makes no icon. */
function iconOf({ accent, iconUrl }: BrandShape): { name: string; contents: string } | null {
  if (accent === null || iconUrl !== null) return null;
  return { name: 'icon.svg', contents: iconSvg(14, brandColours(accent).light.accent) };
}

/** The brand with its files in the folder, so that the pages need no server. */
function archivedBrand({ conference: { brand }, up }: ArchivePageContext): PageBrand | null {
  const onSite = pageBrandOf(brand);
  const inFolder = (url: string | null): string | null => url && `${up}${BRAND_FOLDER}/${path.basename(url)}`;
  return (
    onSite && {
      ...onSite,
      style: `${up}${BRAND_FOLDER}/brand.css`,
      icon: iconOf(brand) ? `${up}${BRAND_FOLDER}/icon.svg` : inFolder(brand.iconUrl),
      logo: inFolder(onSite.logo),
      logoDark: inFolder(onSite.logoDark),
      cover: inFolder(onSite.cover),
    }
  );
}
