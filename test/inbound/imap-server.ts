import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { freePort } from '../support/server.ts';
import { until } from '../support/world.ts';

/** Account of the system under which mailboxes are read when tests run as root, which Dovecot refuses to do. */
const NOBODY = 65_534;

/** The mailbox of one user at a real IMAP server over TLS, whose certificate no machine knows. */
export class RunningImap {
  private child: ChildProcess | null = null;
  private delivered = 0;

  private constructor(
    readonly port: number,
    private readonly dir: string,
  ) {}

  static async open(): Promise<RunningImap> {
    // A short name, because that of a socket may have 107 characters.
    const imap = new RunningImap(await freePort(), await mkdtemp(path.join(os.tmpdir(), 'imap-')));
    await imap.prepare();
    await imap.start();
    return imap;
  }

  /** A certificate authority for this server alone. */
  get certificate(): string {
    return path.join(this.dir, 'certificate.pem');
  }

  url(password = 'secret'): string {
    return `imaps://forum%40mail.example:${password}@localhost:${this.port}`;
  }

  async start(): Promise<void> {
    this.child = spawn('dovecot', ['-F', '-c', path.join(this.dir, 'dovecot.conf')], { stdio: 'ignore' });
    await until('the IMAP server to answer', () => this.answers());
  }

  /** Ends it with every connection; what was delivered stays. */
  async stop(): Promise<void> {
    const { child } = this;
    if (!child) return;
    this.child = null;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.dir, { recursive: true, force: true });
  }

  /** Puts an e-mail into the mailbox, as the mail server of the user does; `daysAgo` says when it arrived. */
  async delivers(raw: Buffer, daysAgo = 0): Promise<void> {
    const name = this.nextName();
    // Whole and readable before it is seen, as maildir has it: the server moves on at once what lies in `new`.
    const [made, into] = ['tmp', 'new'].map((state) => path.join(this.dir, 'mail', state, name)) as [string, string];
    await writeFile(made, raw);
    if (process.getuid?.() === 0) await chown(made, NOBODY, NOBODY);
    const arrived = new Date(Date.now() - daysAgo * 86_400_000);
    await utimes(made, arrived, arrived);
    await rename(made, into);
  }

  /** Moves all e-mails of a folder back into the mailbox, as its owner does. */
  async movesBack(folder: string): Promise<void> {
    for (const state of ['new', 'cur']) {
      const place = path.join(this.dir, 'mail', folder, state);
      for (const name of await readdir(place))
        await rename(path.join(place, name), path.join(this.dir, 'mail', 'new', this.nextName()));
    }
  }

  /** The work of its sessions so far: how many began, and how many heads and e-mails those that ended have read. */
  async sessions(): Promise<{ began: number; ended: number; heads: number; bodies: number }> {
    const log = await readFile(path.join(this.dir, 'log'), 'utf8');
    const sum = (name: string): number =>
      [...log.matchAll(new RegExp(`${name}=(\\d+)`, 'g'))].reduce((all, [, count]) => all + Number(count), 0);
    return {
      began: log.match(/imap-login: Info: Login: /g)?.length ?? 0,
      ended: log.match(/hdr_count=/g)?.length ?? 0,
      heads: sum('hdr_count'),
      bodies: sum('body_count'),
    };
  }

  /** Number of e-mails in a folder; none where it does not exist. */
  async count(folder = ''): Promise<number> {
    const [fresh, seen] = await Promise.all(
      ['new', 'cur'].map((each) => readdir(path.join(this.dir, 'mail', folder, each)).catch(() => [])),
    );
    return fresh!.length + seen!.length;
  }

  private nextName(): string {
    this.delivered += 1;
    return `${1_700_000_000 + this.delivered}.M${this.delivered}.here`;
  }

  private async prepare(): Promise<void> {
    const isRoot = process.getuid?.() === 0;
    const [own, mail] = [os.userInfo(), path.join(this.dir, 'mail')];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost']
        .concat(['-addext', 'subjectAltName=DNS:localhost'])
        .concat(['-keyout', path.join(this.dir, 'key.pem'), '-out', this.certificate]),
      { stdio: 'ignore' },
    );
    for (const each of ['', 'new', 'cur', 'tmp']) {
      await mkdir(path.join(mail, each), { recursive: true });
      if (isRoot) await chown(path.join(mail, each), NOBODY, NOBODY);
    }
    if (isRoot) execFileSync('chmod', ['755', this.dir]);
    const [uid, gid] = isRoot ? [NOBODY, NOBODY] : [own.uid, own.gid];
    await writeFile(
      path.join(this.dir, 'dovecot.conf'),
      `base_dir = ${this.dir}/run
state_dir = ${this.dir}/state
log_path = ${this.dir}/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <${this.certificate}
ssl_key = <${this.dir}/key.pem
first_valid_uid = ${uid}
first_valid_gid = ${gid}
mail_location = maildir:${mail}
${isRoot ? '' : `default_internal_user = ${own.username}\ndefault_login_user = ${own.username}\n`}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = ${this.port}
    ssl = yes
  }
}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${mail}
}
`,
    );
  }

  private answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const probe = tls.connect({ port: this.port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
        probe.destroy();
        resolve(true);
      });
      probe.on('error', () => resolve(false));
    });
  }
}
