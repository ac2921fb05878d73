/** Values of path parameters, by the part before them. A route without one is an error. */
export async function examplesFor(product, { slug, organizer, participant }) {
  const threads = (await product.ask('GET', `/conferences/${slug}/threads?limit=100&sort=programme`)).items;
  const thread = threads.toSorted((a, b) => saidIn(b) - saidIn(a))[0];
  const { items: comments } = await product.ask('GET', `/threads/${thread.id}/comments?limit=100`);
  const question = comments.find(({ kind }) => kind === 'question') ?? comments[0];
  const author = comments.find((comment) => comment.author).author;
  const {
    items: [talk],
  } = await product.ask('GET', `/conferences/${slug}/talks?limit=1`);
  const report = await product.ask('POST', `/comments/${question.id}/reports`, {
    token: organizer,
    body: { rule: 'spam', reason: 'An example for a bench.' },
  });
  const page = await textAt(product, `/c/${slug}`);
  const asset = /\/assets\/([^"]+\.css)/.exec(page)?.[1] ?? 'none.css';
  const examples = {
    conferences: slug,
    c: slug,
    organize: slug,
    threads: thread.id,
    t: thread.slug,
    embed: thread.id,
    comments: question.id,
    questions: question.id,
    q: question.id,
    talks: talk.id,
    reports: report.receipt,
    transparency: new Date().getFullYear(),
    ':year/:file': '01_identification',
    problems: 'not-found',
    avatars: `${author.id}.svg`,
    assets: asset,
    api: 'swagger-ui.css',
    statements: question.id,
    personas: author.id,
    appeals: question.id,
    sanctions: question.id,
    grants: question.id,
    sessions: question.id,
    passkeys: question.id,
    invitations: question.id,
    versions: 1,
    decisions: question.id,
    room: talk.room.toLowerCase().replaceAll(' ', '-'),
    'qr/:paper': 'cards',
    'moderation/:act': 'hide',
    'figures/:name': 'fate-of-questions',
    'brand/:image': 'logo',
    'brand/:file': '346538.svg',
    'programme/:talk': talk.id,
    'q/:code': /\/q\/(\w+)/.exec(await textAt(product, `/c/${slug}/t/${thread.slug}/stage`))[1],
    tokens: question.id,
    replies: question.id,
    follows: question.id,
    imports: question.id,
    'import-questions': question.id,
  };
  const own = await ownOf(product, { examples, slug, organizer, participant });
  const recap = await recapOf(product, { slug, talk, participant });
  return { ...examples, ...recap, own: { ...own, ...recap } };
}

/** A recap of the participant about a talk, and the page of its author. */
async function recapOf(product, { slug, talk, participant }) {
  const recap = await product.ask('POST', `/conferences/${slug}/recaps`, {
    token: participant,
    body: {
      title: 'Half a morning',
      markdown: `${'Taken home. '.repeat(400)}\n\n[[talk:${talk.id}]]`,
      published: true,
    },
  });
  const page = await textAt(product, `/c/${slug}/recaps/${recap.slug}`);
  const author = new RegExp(`/c/${slug}/by/([\\w-]+)`).exec(page)[1];
  return { recaps: recap.id, 'recaps/:recap': recap.slug, by: author, authors: author };
}

const textAt = async (product, path) => (await fetch(`${product.base}${path}`)).text();

/**
 * Things that writes are about: the organizer's own, so that each write is allowed and changes nothing that others
 * read.
 */
async function ownOf(product, { examples, slug, organizer, participant }) {
  const personas = [];
  for (const [name, token] of [
    ['Olga', organizer],
    ['Paula', participant],
  ])
    personas.push(await product.ask('POST', `/conferences/${slug}/personas`, { token, body: { name } }));
  const say = (kind, body) =>
    product.ask('POST', `/threads/${examples.threads}/${kind}`, { token: organizer, body: { body } });
  const comment = await say('comments', 'An example for a bench, as long as a comment mostly is.');
  const question = await say('questions', 'May an example be a question as well?');
  return {
    ...examples,
    comments: comment.id,
    questions: question.id,
    q: question.id,
    personas: personas[1].id,
    speaker: personas[0].id,
    nonce: Date.now().toString(36),
  };
}

const saidIn = ({ counts }) => counts.comments + counts.questions;

/** Queries of a route beside its plain address; `instead` where it refuses to go without. */
export const QUERIES = {
  '/c/:conference': [
    '?q=mika',
    '?q=notfoundanywhere',
    '?day={day}',
    '?room=Room+3',
    '?track=Track+7',
    '?show=active',
    '?show=waiting',
    '?lang=fr',
  ],
  '/c/:conference/search': ['?q=lokaka', '?q=notfoundanywhere'],
  '/c/:conference/feed.atom': ['?kind=answer'],
  '/c/:conference/t/:thread': ['?sort=top', '?sort=newest'],
  '/api/v1/conferences/:conference/talks': ['?limit=100', '?q=mika&limit=100'],
  '/api/v1/conferences/:conference/threads': ['?limit=100', '?sort=active&limit=100'],
  '/api/v1/conferences/:conference/search': ['?q=lokaka', '?q=notfoundanywhere'],
  '/api/v1/threads/:id/comments': ['?limit=100', '?sort=top&limit=100'],
  '/api/v1/threads/:id/changes': ['?after=0', '?after=0&limit=1000'],
  '/api/v1/threads/:id/questions/similar': ['?q=lokaka'],
  '/oembed': ['?url={thread}'],
};

/**
 * Cached answers that are sent before the framework sees the request, by route and query; listed, so that one that is
 * no longer cached shows by its cost.
 */
export const AT_HAND = [
  ['/c/:conference', ['', '?day={day}', '?show=active', '?q=mika']],
  ['/c/:conference/t/:thread', ['', '?sort=top', '?sort=newest']],
  ['/c/:conference/feed.atom', ['']],
  ['/c/:conference/schedule.json', ['']],
  ['/c/:conference/schedule.ics', ['']],
  ['/c/:conference/sitemap.xml', ['']],
  ['/c/:conference/ledger', ['']],
  ['/embed/:thread', ['']],
  ['/api/v1/conferences/:conference/talks', ['?limit=100', '?q=mika&limit=100']],
  ['/api/v1/conferences/:conference/threads', ['?limit=100', '?sort=active&limit=100']],
  ['/api/v1/conferences/:conference/search', ['?q=lokaka']],
  ['/api/v1/threads/:id/comments', ['?limit=100', '?sort=top&limit=100']],
  ['/api/v1/threads/:id/changes', ['?after=0']],
].flatMap(([url, queries]) => queries.map((query) => ({ url, query })));

/** The addresses of a route: the plain one and those with queries. Throws for a parameter without an example. */
export function addressesOf(url, { examples, values }) {
  const parts = url.split('/');
  const address = parts
    .map((part, i) => (/[:*]/.test(part) ? filled(part, { before: parts[i - 1], examples, url }) : part))
    .join('/');
  const queries = (QUERIES[url] ?? []).map((query) =>
    query.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name])),
  );
  return ['', ...queries].map((query) => address + query);
}

function filled(part, { before, examples, url }) {
  const [parameter] = /:\w+|\*/.exec(part);
  const example = examples[`${before}/${parameter}`] ?? examples[before];
  if (example === undefined) throw new Error(`bench/support/route-examples.mjs has no example for ${part} in ${url}`);
  return part.replace(parameter, example);
}
