import preset from '../../jest.preset.js';

/** Servers, sockets and disks take long on a machine that is busy with a training. */
export default { ...preset, testTimeout: 60_000 };
