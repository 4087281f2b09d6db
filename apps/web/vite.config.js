/** @type {import('vite').UserConfig} */
export default {
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0, reportCompressedSize: true },
  // `npx vite` shows the page while it is edited; a service on the usual port answers.
  server: { proxy: { '/v1': 'http://127.0.0.1:8080' } },
};
