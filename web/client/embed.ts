/*
 * For pages of other sites: puts a thread in the place of its script tag.
 * <script async src="https://forum.example/embed.js" data-thread="ID"></script>
 * data-mode: thread (default), questions, link. data-theme: light, dark; else the reader's. data-lang: fr, en.
 * data-height: the height at first, in pixels.
 * Messages are exchanged with the forum's own origin only.
 */
(() => {
  const script = document.currentScript as HTMLScriptElement | null;
  if (!script) return;
  const {
    thread = '',
    mode = 'thread',
    theme = '',
    lang = '',
    title = '',
    height = mode === 'link' ? '56' : '560',
  } = script.dataset;
  const forum = new URL(script.src).origin;
  const frame = document.createElement('iframe');
  const asked = new URLSearchParams({ mode, ...(theme && { theme }), ...(lang && { lang }) });
  frame.src = `${forum}/embed/${encodeURIComponent(thread)}?${asked.toString()}`;
  frame.title = title || 'Discussion';
  frame.allow = 'clipboard-write';
  // Without its own colour scheme a frame of another scheme is painted white.
  frame.style.cssText =
    `display:block;width:100%;border:0;height:${Number(height) || 560}px;` + `color-scheme:${theme || 'light dark'}`;
  let [wanted, wasUsed] = [0, false];

  /**
   * The text below the frame never moves by itself for a reader: the frame grows while its end is out of sight, or
   * after a click in it.
   */
  const fit = (): void => {
    if (
      wanted > 0 &&
      (wasUsed || frame.getBoundingClientRect().bottom >= innerHeight || frame.getBoundingClientRect().bottom <= 0)
    )
      frame.style.height = `${wanted}px`;
  };
  addEventListener('message', (event: MessageEvent<{ aftertalk?: string; height?: number } | null>) => {
    if (event.source !== frame.contentWindow || event.origin !== forum || event.data?.aftertalk !== 'size') return;
    wanted = Math.min(100_000, Math.max(0, Math.ceil(Number(event.data.height)) || 0));
    fit();
  });
  // The focus goes into a frame when a reader clicks or tabs into it.
  addEventListener('blur', () => {
    wasUsed ||= document.activeElement === frame;
    fit();
  });
  addEventListener('scroll', fit, { passive: true });
  frame.addEventListener('load', () => frame.contentWindow?.postMessage({ aftertalk: 'hello' }, forum));
  script.after(frame);
})();
