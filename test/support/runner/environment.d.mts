interface TestEvent {
  readonly name: string;
  readonly test?: { readonly errors: unknown[] };
}

export default class ProcessEnvironment {
  handleTestEvent(event: TestEvent, state: { readonly unhandledErrors: unknown[] }): Promise<void>;
}
