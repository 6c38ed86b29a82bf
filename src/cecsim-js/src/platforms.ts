/** A platform that CecSim is built for, with what npm has to know to install its package there and nowhere else. */
export interface Platform {
  readonly name: string
  /** What `dotnet publish -r` calls it. */
  readonly rid: string
  readonly os: NodeJS.Platform
  readonly cpu: NodeJS.Architecture
  readonly libc?: 'glibc' | 'musl'
}

export const platforms: readonly Platform[] = [
  { name: 'linux-x64', rid: 'linux-x64', os: 'linux', cpu: 'x64', libc: 'glibc' },
  { name: 'linux-arm64', rid: 'linux-arm64', os: 'linux', cpu: 'arm64', libc: 'glibc' },
  { name: 'linux-x64-musl', rid: 'linux-musl-x64', os: 'linux', cpu: 'x64', libc: 'musl' },
  { name: 'darwin-arm64', rid: 'osx-arm64', os: 'darwin', cpu: 'arm64' },
  { name: 'win32-x64', rid: 'win-x64', os: 'win32', cpu: 'x64' },
]

/** The file of the platform's package. */
export function binaryIn(platform: Platform): string {
  return platform.os === 'win32' ? 'bin/cecsim.exe' : 'bin/cecsim'
}

export function packageOf(platform: Platform): string {
  return `@cecsim/${platform.name}`
}

/** A machine as far as it matters to which binary runs on it. */
export interface Machine {
  readonly os: string
  readonly cpu: string
  readonly libc?: 'glibc' | 'musl' | undefined
}

export function platformOf(machine: Machine): Platform | undefined {
  return platforms.find(p =>
    p.os === machine.os && p.cpu === machine.cpu && (p.libc === undefined || p.libc === machine.libc))
}

export function thisMachine(): Machine {
  const { platform: os, arch: cpu } = process
  return { os, cpu, ...(os === 'linux' ? { libc: libcOf(process.report.getReport()) } : {}) }
}

// Only glibc says its version.
function libcOf(report: object): 'glibc' | 'musl' {
  const { header } = report as { header?: { glibcVersionRuntime?: string } }
  return header?.glibcVersionRuntime === undefined ? 'musl' : 'glibc'
}
