import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { For } from '../platform/http/access.ts';
import { PageRequest } from './page-request.ts';
import { RequestedPage } from './requested-page.ts';

/** Addresses of forms that have no page of their own, by the page of each form. */
const FORM_ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  'c/:conference': ['closing-letter'],
  'c/:conference/recaps/:recap': ['withdrawal'],
  'c/:conference/t/:thread': ['codes', 'edits', 'kinds', 'votes', 'withdrawals'],
  me: [
    'emails',
    'erasure',
    'passkeys/:id',
    'personas',
    'personas/:id',
    'personas/:id/withdrawal',
    'sessions',
    'sessions/:id',
  ],
  'organize/:conference': ['sanctions', 'sanctions/:id'],
};

/** Addresses of organizers' forms, by the part whose page has them. */
const ORGANIZERS_FORMS: Readonly<Record<string, readonly string[]>> = {
  discussions: ['threads', 'discussions/settings'],
  programme: ['imports', 'programme/:talk/preview'],
  settings: ['closing', 'guests'],
  speakers: ['speaker-links', 'speakers/addresses', 'speakers/invitations'],
  team: ['grants', 'invitations', 'invitations/cancelled', 'invitations/emails', 'invitations/reminders'],
};

const ORGANIZERS_PATHS = Object.values(ORGANIZERS_FORMS).flatMap((forms) =>
  forms.map((form) => `organize/:conference/${form}`),
);

export const FORM_PATHS = [
  ...Object.entries(FORM_ADDRESSES).flatMap(([page, forms]) => forms.map((form) => `${page}/${form}`)),
  ...ORGANIZERS_PATHS,
];

/** Number of steps of a path that name the page of a form. */
const STEPS = { c: 4, me: 1, organize: 2 } as const;

/** Leads a reader who reloads a refused form, or follows its address, to the page of the form. */
@ApiExcludeController()
@Controller()
@For('reader')
export class FormAddressPages {
  @Get(FORM_PATHS)
  leadToPage(@PageRequest() page: RequestedPage): void {
    const steps = page.request.url.split('?')[0]!.split('/').slice(1);
    const count =
      steps[0] === 'c' && steps[2] !== 't' && steps[2] !== 'recaps' ? 2 : STEPS[steps[0] as keyof typeof STEPS];
    const part = steps[0] === 'organize' ? partOf(steps.slice(count).join('/')) : undefined;
    page.redirect(`/${[...steps.slice(0, count), ...(part ?? [])].join('/')}`);
  }
}

/** The part of the organizers' pages that has a form. */
function partOf(form: string): string[] {
  const part = Object.keys(ORGANIZERS_FORMS).find((each) => ORGANIZERS_FORMS[each]!.some((known) => isOf(known, form)));
  return part === undefined ? [] : [part];
}

/** Whether an address is one of those that a route with names of parameters stands for. */
const isOf = (route: string, form: string): boolean => new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`).test(form);
