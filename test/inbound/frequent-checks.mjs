// Preloaded by nodes that tests start (NODE_OPTIONS): tasks that run every fifteen seconds run each second, so that
// tests do not wait for the next look into a mailbox.
const LOOK_EVERY_MS = 15_000;
const { setInterval } = globalThis;

globalThis.setInterval = (run, ms, ...values) => setInterval(run, ms === LOOK_EVERY_MS ? 1_000 : ms, ...values);
