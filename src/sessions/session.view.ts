/** A session that has just begun; its cookie is set beside it. */
export interface NewSessionView {
  /** For the `Authorization` header, as `Bearer <token>`; shown once. */
  token: string;
  /** Time when it ends if it is not used again. */
  expiresAt: string;
}

/** The answer to a request for codes, the same for every address. */
export interface CodeAskedView {
  /** Always true, also where no e-mail goes out. */
  sent: true;
}
