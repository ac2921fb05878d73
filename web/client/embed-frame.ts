/**
 * In a frame on another site: reports the height of the page to the embedding site, if it is one of `sites` (origins).
 */
export function reportFrameSize(sites: readonly string[]): void {
  let site: string | null = null;
  const post = (): void => {
    if (site !== null) parent.postMessage({ aftertalk: 'size', height: document.body.scrollHeight }, site);
  };
  addEventListener('message', (event: MessageEvent<{ aftertalk?: string } | null>) => {
    if (
      event.source !== parent ||
      event.data?.aftertalk !== 'hello' ||
      !(sites.includes(event.origin) || event.origin === location.origin)
    )
      return;
    site = event.origin;
    post();
  });
  new ResizeObserver(post).observe(document.body);
}
