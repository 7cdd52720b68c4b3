import config from '../../jest.config.mjs';

export default { ...config, rootDir: '../..', testMatch: ['<rootDir>/tests/replay/record.ts'] };
