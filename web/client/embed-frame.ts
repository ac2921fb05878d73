/**
 * Inside a frame on another site: tells how high the page is, to the site that asked, when it is one of those that the
 * conference allows, and to no other. `sites`: their origins.
 */
export function reportFrameSize(sites: readonly string[]): void {
  let site: string | null = null;
  const tell = (): void => {
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
    tell();
  });
  new ResizeObserver(tell).observe(document.body);
}
