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
        'web/client.tsx',
        'web/speaking.ts',
        'web/deciding.ts',
        'web/embed.ts',
        'web/waiting.ts',
        'web/style.css',
      ],
    },
  },
});
