import { h, type ComponentType } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Renders a component with its props as a document. */
export const render = <P extends object>(component: ComponentType<P>, props: P): string =>
  `<!doctype html>${renderToString(h(component as ComponentType<object>, props))}`;
