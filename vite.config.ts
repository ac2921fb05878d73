import { defineConfig } from 'vite';

export default defineConfig({
  base: '/assets/',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/public',
    emptyOutDir: true,
    assetsDir: '',
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: [
        'web/client/client.ts',
        'web/client/desk-and-stage.ts',
        'web/client/queue.ts',
        'web/client/embed.ts',
        'web/client/sign-in-wait.ts',
        'web/style.css',
      ],
    },
  },
});
