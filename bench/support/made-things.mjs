import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import sharp from 'sharp';
import { MadeDiscussion } from './made-discussion.mjs';
import { sleep } from './processes.mjs';

/** A picture of a camera, in pixels, and its quality, so that it is as large as an upload may be. */
const PICTURE = { width: 4_000, height: 3_000, quality: 75 };

/** Most readings of the outbox for a code, and the interval between them in milliseconds. */
const CODE_LOOKS = 300;
const CODE_LOOK_MS = 50;

const DAY = '2026-05-02';

/**
 * Makes what a write needs to do its work once: a comment to edit, a report to decide, an import to undo. Everything is
 * made through the API, by people who signed in, and in the large conference where its size matters.
 */
export class MadeThings extends MadeDiscussion {
  /** An invitation that is not taken yet: its token. */
  async invitation(body = { role: 'moderator' }) {
    const { url } = await this.ask('POST', `/admin/conferences/${this.slug}/invitations`, {
      token: this.organizer,
      body,
    });
    return url.split('#')[1];
  }

  async invitationId() {
    await this.invitation();
    const { items } = await this.ask('GET', `/admin/conferences/${this.slug}/invitations?limit=100`, {
      token: this.organizer,
    });
    return items.find(({ state }) => state !== 'taken').id;
  }

  async claim({ token, personaId }, body) {
    return this.ask('POST', '/claims', { token, body: { token: await this.invitation(body), personaId } });
  }

  async grantId() {
    const { items } = await this.ask('GET', `/admin/conferences/${this.slug}/grants?limit=100`, {
      token: this.organizer,
    });
    return items.find(({ role }) => role === 'speaker').id;
  }

  async speakers(most) {
    const all = [];
    for (let after = ''; all.length < most;) {
      const { items, next } = await this.ask('GET', `/admin/conferences/${this.slug}/speakers?limit=100${after}`, {
        token: this.organizer,
      });
      all.push(...items);
      if (!next) break;
      after = `&cursor=${encodeURIComponent(next)}`;
    }
    return all.slice(0, most);
  }

  async conference() {
    const slug = `made-${this.next()}-${randomBytes(3).toString('hex')}`;
    await this.ask('POST', '/admin/conferences', {
      token: this.organizer,
      body: { slug, title: `Made ${slug}`, timeZone: 'Europe/Paris', locale: 'en', startsOn: DAY, endsOn: DAY },
    });
    return slug;
  }

  imports(slug, file) {
    return this.ask('POST', `/admin/conferences/${slug}/imports`, { token: this.organizer, body: JSON.parse(file) });
  }

  /** An imported programme in a conference of its own. */
  async imported(file) {
    const slug = await this.conference();
    return { slug, ...(await this.imports(slug, file)) };
  }

  /** A question about two talks that may be one, in a conference of its own. */
  async importQuestion() {
    const event = {
      guid: 'first',
      date: `${DAY}T10:00:00+02:00`,
      duration: '00:45',
      start: '10:00',
      title: 'On leaving the network',
      persons: [],
      abstract: 'Six months away',
    };
    const persons = [{ id: 1, public_name: 'Ada Lovelace' }];
    const slug = await this.conference();
    await this.imports(slug, scheduleOf({ ...event, persons }));
    await this.imports(slug, scheduleOf({ ...event, guid: 'second', date: `${DAY}T18:00:00+02:00` }));
    const { items } = await this.ask('GET', `/admin/conferences/${slug}/import-questions`, { token: this.organizer });
    return { slug, id: items[0].id, answer: 'same' };
  }

  /** A token that belongs to no other recipe, of a person without a persona. */
  session() {
    const person = this.people.shift();
    if (!person) throw new Error(`bench/support/made-things.mjs signs in ${PEOPLE} people, and more are needed`);
    return person;
  }

  apiToken(token) {
    return this.ask('POST', '/me/tokens', { token, body: { name: `Token ${this.next()}`, scopes: ['read'] } });
  }

  /** A code that is mailed now, to a person who had one before. */
  async code(email) {
    await this.ask('POST', '/auth/codes', { body: { email } });
    return this.mailedCode(email, 2);
  }

  firstCode(email) {
    return this.mailedCode(email, 1);
  }

  /** The newest of at least `count` codes that were mailed to an address. */
  async mailedCode(email, count) {
    for (let tries = 0; tries < CODE_LOOKS; tries += 1) {
      const mails = (await this.product.mails()).filter((each) => each.includes(`To: ${email}`));
      const codes = mails.flatMap(
        (each) => each.slice(each.indexOf('\r\n\r\n')).match(/\b[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}\b/) ?? [],
      );
      if (codes.length >= count) return codes.at(-1);
      await sleep(CODE_LOOK_MS);
    }
    throw new Error(`no code was mailed to ${email}`);
  }

  /** A row that no request can make here: a passkey needs an authenticator, a reply by e-mail a mail server. */
  async row(sql, values) {
    const client = new pg.Client({ connectionString: this.product.databaseUrl });
    await client.connect();
    try {
      return (await client.query(sql, values)).rows[0];
    } finally {
      await client.end();
    }
  }

  async accountIdOf(personaId) {
    return (await this.row('select account_id from personas where id = $1', [personaId])).account_id;
  }

  async passkey({ personaId }) {
    const id = randomUUID();
    await this.row(
      `insert into passkeys (id, account_id, credential_id, public_key, counter, transports, name, made_on)
       values ($1, $2, $3, $4, 0, '{}', 'A device', current_date)`,
      [id, await this.accountIdOf(personaId), randomBytes(32).toString('base64url'), randomBytes(77)],
    );
    return id;
  }

  async replyDraft({ personaId }) {
    const id = randomUUID();
    await this.row(
      `insert into taken_replies (id, message_tag, reply_tag, account_id, thread_id, persona_id, kind, state, reason,
         source, attachments, at)
       values ($1, $2, $3, $4, $5, $6, 'comment', 'draft', 'first', 'Words by e-mail.', 0, now())`,
      [id, randomBytes(32), randomBytes(32), await this.accountIdOf(personaId), this.thread.id, personaId],
    );
    return id;
  }

  /** A photograph, nearly as large as an image may be. */
  async picture() {
    this.photograph ??= sharp({
      create: { ...PICTURE, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 12 } },
    })
      .jpeg({ quality: PICTURE.quality })
      .toBuffer();
    return this.photograph;
  }
}

const scheduleOf = (event) =>
  JSON.stringify({
    schedule: {
      version: '1',
      conference: {
        acronym: 'made',
        title: 'Made',
        start: DAY,
        end: DAY,
        time_zone_name: 'Europe/Paris',
        days: [{ date: DAY, rooms: { Aula: [event] } }],
      },
    },
  });
