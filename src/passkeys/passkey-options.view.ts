/** A passkey by its id (Web Authentication Level 3, 5.8.3). */
interface KnownCredentialView {
  /**
   * The id of the credential, in base64url.
   *
   * @format none
   */
  id: string;
  /** Always `public-key`. */
  type: string;
}

/**
 * For `PublicKeyCredential.parseCreationOptionsFromJSON()` of a browser, whose answer `navigator.credentials.create()`
 * gets as `publicKey` (Web Authentication Level 3, 5.1.9).
 */
export interface PasskeyCreationView {
  /** Random bytes in base64url, which the device signs; good once. */
  challenge: string;
  /** The forum, for which the passkey is good. */
  rp: {
    /**
     * The host of the forum.
     *
     * @format none
     */
    id?: string;
    /** The name of the forum. */
    name: string;
  };
  /** The account, for the device. */
  user: {
    /**
     * A keyed hash of the account in base64url, which means nothing elsewhere.
     *
     * @format none
     */
    id: string;
    /** The masked address, as a label. */
    name: string;
    /** The same again. */
    displayName: string;
  };
  /** The kinds of keys that are taken, the preferred ones first. */
  pubKeyCredParams: {
    /** The algorithm by its number in the COSE registry. */
    alg: number;
    /** Always `public-key`. */
    type: string;
  }[];
  /** Milliseconds that a browser may wait for the person. */
  timeout?: number;
  /** The device's statement about itself that is wanted: none. */
  attestation?: string;
  /** The passkeys that the account has, so that no device gets a second one. */
  excludeCredentials?: KnownCredentialView[];
  /** The demands on the device. */
  authenticatorSelection?: {
    /** Whether the device keeps the account, so that nobody has to type it. */
    residentKey?: string;
    /** The same for browsers of Level 1. */
    requireResidentKey?: boolean;
    /** Whether the device asks its owner for a finger, a face or a code. */
    userVerification?: string;
  };
  /** Things that a browser is to answer beside. */
  extensions?: {
    /** Whether it is to say if the device keeps the account. */
    credProps?: boolean;
  };
  /** Kinds of devices that a browser is to offer first; empty for no wish. */
  hints?: string[];
}

/**
 * For `PublicKeyCredential.parseRequestOptionsFromJSON()` of a browser, whose answer `navigator.credentials.get()` gets
 * as `publicKey` (Web Authentication Level 3, 5.1.10).
 */
export interface PasskeyChallengeView {
  /** Random bytes in base64url, which the device signs; good once. */
  challenge: string;
  /**
   * The host of the forum.
   *
   * @format none
   */
  rpId?: string;
  /** Milliseconds that a browser may wait for the person. */
  timeout?: number;
  /** Whether the device asks its owner for a finger, a face or a code. */
  userVerification?: string;
}
