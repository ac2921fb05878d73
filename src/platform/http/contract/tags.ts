/** The groups of operations in the document, in the order in which a developer meets them. */
export const TAGS: readonly { name: string; description: string }[] = [
  { name: 'reading', description: 'Conferences, talks, threads and what is said in them. The same for everybody.' },
  { name: 'signing in', description: 'Codes, links, passkeys and sessions.' },
  { name: 'oneself', description: 'The own account: settings, personas, rights, the own data and its erasure.' },
  { name: 'taking part', description: 'Comments, replies and votes.' },
  { name: 'questions', description: 'Questions, their answers, the live hour and the desk of the speakers.' },
  { name: 'recaps', description: 'What somebody wrote around quotations of a thread or a conference.' },
  { name: 'moderation for everybody', description: 'Reports, statements of reasons, appeals and the public ledger.' },
  { name: 'moderators', description: 'The queue, and decisions about comments, people and threads.' },
  { name: 'organizers', description: 'Conferences, programmes, invitations, rights, the audit and the archive.' },
  { name: 'contract', description: 'The description of the sockets.' },
  { name: 'health', description: 'For whatever watches the server.' },
];
