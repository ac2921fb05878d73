import { api, RefusedRequest } from './api.ts';

/** Bytes are sent as base64url (WebAuthn Level 3, 5.1.8); browsers take buffers. */
const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
const toText = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

type CredentialDescriptor = { id: string; type: 'public-key' };
interface CreationOptions {
  challenge: string;
  user: { id: string; name: string; displayName: string };
  excludeCredentials: CredentialDescriptor[];
}
interface AssertionOptions {
  challenge: string;
  rpId: string;
  userVerification: 'required';
}

/** Signing in with a passkey of this device, and adding one. Shown only where the browser supports it. */
export function takeOverPasskeys(): void {
  if (!('PublicKeyCredential' in window)) return;
  takeOver('#by-passkey', enter);
  takeOver('#add-passkey', add);
}

function takeOver(selector: string, work: (form: HTMLFormElement) => Promise<string>): void {
  const form = document.querySelector<HTMLFormElement>(selector);
  if (!form) return;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const status = form.querySelector<HTMLElement>('[role=alert]')!;
    status.hidden = true;
    void work(form).then(go, (error: unknown) => {
      status.hidden = false;
      status.textContent =
        error instanceof RefusedRequest
          ? [error.document.title, error.document.detail].filter(Boolean).join('. ')
          : (form.dataset['failed'] ?? '');
    });
  });
}

/** Goes to another page; reloads the present one, which shows more now. */
function go(next: string): void {
  const url = new URL(next, location.href);
  if (url.pathname + url.search !== location.pathname + location.search) return location.assign(url);
  location.hash = url.hash;
  location.reload();
}

async function enter(form: HTMLFormElement): Promise<string> {
  const { challenge, ...asked } = await api.send<AssertionOptions>('POST', '/auth/passkeys/challenges');
  const given = (await navigator.credentials.get({
    publicKey: { ...asked, challenge: toBytes(challenge) },
  })) as PublicKeyCredential;
  const { clientDataJSON, authenticatorData, signature } = given.response as AuthenticatorAssertionResponse;
  await api.send('POST', '/auth/passkeys/sessions', {
    answer: {
      ...namesOf(given),
      response: {
        clientDataJSON: toText(clientDataJSON),
        authenticatorData: toText(authenticatorData),
        signature: toText(signature),
      },
    },
  });
  return form.dataset['next'] ?? '/';
}

async function add(form: HTMLFormElement): Promise<string> {
  const asked = await api.send<CreationOptions>('POST', '/auth/passkeys/options');
  const publicKey = {
    ...asked,
    challenge: toBytes(asked.challenge),
    user: { ...asked.user, id: toBytes(asked.user.id) },
    excludeCredentials: asked.excludeCredentials.map((each) => ({ ...each, id: toBytes(each.id) })),
  } as unknown as PublicKeyCredentialCreationOptions;
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  const name = new FormData(form).get('name');
  await api.send('POST', '/auth/passkeys', {
    name: typeof name === 'string' ? name : '',
    answer: {
      ...namesOf(made),
      response: {
        clientDataJSON: toText(response.clientDataJSON),
        attestationObject: toText(response.attestationObject),
        transports: response.getTransports(),
      },
    },
  });
  return '/me#passkeys';
}

const namesOf = ({
  id,
  rawId,
  type,
}: PublicKeyCredential): { id: string; rawId: string; type: string; clientExtensionResults: object } => ({
  id,
  rawId: toText(rawId),
  type,
  clientExtensionResults: {},
});
