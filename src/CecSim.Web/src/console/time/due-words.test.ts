// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { zh } from '../texts.zh'

const sources = ['CecSim.Simulation', 'CecSim.Server'].map((name) => resolve(__dirname, '../../../..', name))

it('has a word for each thing that a space\u2019s scheduler names, and for no other', () => {
  const named = new Set(sources.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.cs'))
    .flatMap((file) => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(/\bAt\([^";{}]*?"([a-z][a-z ]+)"/g),
    ].map((match) => match[1]))))

  expect(named.size).toBeGreaterThan(20)
  expect(Object.keys(zh.dueWords).sort()).toEqual([...named].sort())
})
