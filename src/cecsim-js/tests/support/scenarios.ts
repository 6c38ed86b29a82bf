export const queued = `name: queued
about: A minute in the queue, then an agent.
calls:
  - script: [queued, { wait: 1m }, connected, { wait: 1h }, released]
`
