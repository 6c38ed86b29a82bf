import { expect, it } from 'vitest'
import { remedyFor } from './remedy'
import { en } from './texts'

it.each([
  ['http://localhost:3000', 'http://127.0.0.1:5080', 'Load the connection bar from http://localhost:5080,'],
  ['http://127.0.0.1:3000', 'http://localhost:5080', 'Load the connection bar from http://127.0.0.1:5080,'],
  ['http://[::1]:3000', 'http://cec.localhost:5080', 'Load the connection bar from http://[::1]:5080,'],
  ['http://localhost:3000', 'https://127.0.0.1:5443', 'Load the connection bar from http://localhost,'],
  ['https://crm.example', 'http://cec.example:5080', 'over http:// browsers keep no cookies of cec.example:5080'],
  ['https://crm.example', 'https://cec.example', 'Allow cookies of third parties for cec.example '],
  ['http://crm.example', 'http://127.0.0.1:5080', 'Allow cookies of third parties for 127.0.0.1:5080 '],
  [null, 'https://cec.example', 'Allow cookies of third parties for cec.example '],
])('for a page of %s and a bar of %s says the one thing that helps', (page, bar, words) =>
  expect(remedyFor(page, bar, en)).toContain(words))
