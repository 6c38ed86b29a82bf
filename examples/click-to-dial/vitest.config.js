export default { test: { include: ['tests/*.test.js'], testTimeout: 60_000, hookTimeout: 60_000 } }
