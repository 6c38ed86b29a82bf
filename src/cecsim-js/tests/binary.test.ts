import { describe, expect, it } from 'vitest'
import { find } from '../src/binary.js'
import { packageOf, platformOf, platforms } from '../src/platforms.js'

const linux = { os: 'linux', cpu: 'x64', libc: 'glibc' } as const
const installed = (...names: string[]) => (file: string) => {
  if (names.some(name => file.startsWith(`${name}/`))) {
    return `/node_modules/${file}`
  }

  throw new Error(`Cannot find module '${file}'`)
}

describe('the binary', () => {
  it.each(platforms)('of $name is that of its package', platform => {
    const machine = { os: platform.os, cpu: platform.cpu, libc: platform.libc }
    expect(find({ machine, resolve: installed(packageOf(platform)) })).toMatch(
      new RegExp(`^/node_modules/@cecsim/${platform.name}/bin/cecsim(\\.exe)?$`))
  })

  it('that CECSIM_BINARY names comes first', () => {
    expect(find({ named: process.execPath, machine: linux, resolve: installed('@cecsim/linux-x64') }))
      .toBe(process.execPath)
    expect(() => find({ named: '/nowhere', machine: linux, resolve: installed('@cecsim/linux-x64') }))
      .toThrow('CECSIM_BINARY names /nowhere, which is not there.\nName a file that is there, or unset it.')
  })

  it('whose package is missing is asked for by its name, with what to do', () => {
    expect(() => find({ machine: linux, resolve: installed('@cecsim/darwin-arm64') })).toThrow(
      /The package @cecsim\/linux-x64 is not installed\.\n[^]*npm install --include=optional[^]*CECSIM_BINARY/)
  })

  it('of musl is not that of glibc', () => {
    expect(platformOf({ ...linux, libc: 'musl' })?.name).toBe('linux-x64-musl')
    expect(platformOf(linux)?.name).toBe('linux-x64')
  })

  it('of a platform that there is none for says which there are', () => {
    expect(() => find({ machine: { os: 'freebsd', cpu: 'x64' }, resolve: installed() })).toThrow(
      /no binary for freebsd-x64, only for linux-x64, linux-arm64, linux-x64-musl, darwin-arm64, win32-x64/)
    expect(() => find({ machine: { os: 'linux', cpu: 'arm64', libc: 'musl' }, resolve: installed() })).toThrow(
      /no binary for linux-arm64-musl/)
  })
})
