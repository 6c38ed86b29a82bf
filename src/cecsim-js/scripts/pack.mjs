// Packs cecsim and the package of this platform, to be installed from their files:
//   npm run pack:local -- --binary FILE [--to FOLDER]
// or cecsim and the packages of all platforms, to be published:
//   npm run pack:local -- --binaries FOLDER [--to FOLDER]
// where FOLDER has for each platform NAME/cecsim, on Windows NAME/cecsim.exe.
// The packages have the version that the binary of this machine tells, which is git's.
import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { argv, cwd, env, exit } from 'node:process'
import { parseArgs, promisify } from 'node:util'
import { build } from 'esbuild'
import { buildPackage, root } from './build.mjs'

const { values: { binary, binaries, to } } = parseArgs({
  args: argv.slice(2),
  options: {
    binary: { type: 'string' },
    binaries: { type: 'string' },
    to: { type: 'string', default: join(root, '../../artifacts/cecsim-js/tarballs') },
  },
})

// npm runs scripts in the folder of package.json; a path is meant from where it was typed.
const from = env.INIT_CWD ?? cwd()
const folder = resolve(from, to)
const staging = join(folder, 'staging')

const { binaryIn, packageOf, platformOf, platforms, thisMachine } = await platformsOfSource()
const platform = platformOf(thisMachine()) ?? fail(`This machine is none of ${platforms.map(p => p.name).join(', ')}.`)
const wanted = await binariesWanted()
const version = await versionOf(wanted.find(w => w.platform === platform).file)
await rm(staging, { recursive: true, force: true })
await mkdir(staging, { recursive: true })

const main = join(staging, 'cecsim')
// Only what is packed with it: a package that is nowhere would be asked for at each installation.
const optionalDependencies = Object.fromEntries(wanted.map(({ platform }) => [packageOf(platform), version]))
await buildPackage(main, { version, optionalDependencies })
await pack(main)
for (const { platform, file } of wanted) {
  await pack(await stage(platform, file))
}

await rm(staging, { recursive: true })

async function binariesWanted() {
  if (!binary === !binaries) {
    return fail('Name the binary of this platform with --binary FILE, or those of all with --binaries FOLDER.')
  }

  const list = binary
    ? [{ platform, file: resolve(from, binary) }]
    : platforms.map(p => ({ platform: p, file: join(resolve(from, binaries), p.name, basename(binaryIn(p))) }))
  for (const { file } of list) {
    if (!await stat(file).then(s => s.isFile(), () => false)) {
      return fail(`There is no binary at ${file}. Make it with dotnet publish.`)
    }
  }

  return list
}

// Without the commit, which npm does not compare.
async function versionOf(file) {
  const { stdout } = await promisify(execFile)(file, ['--version'])
    .catch(error => fail(`${file} does not tell its version: ${error.message}`))
  return stdout.trim().split('+')[0]
}

async function stage(platform, file) {
  const at = join(staging, platform.name)
  const target = join(at, binaryIn(platform))
  await mkdir(join(at, 'bin'), { recursive: true })
  await cp(file, target)
  await chmod(target, 0o755)
  await writeFile(join(at, 'package.json'), `${JSON.stringify({
    name: packageOf(platform),
    version,
    description: `The binary of cecsim for ${platform.name}.`,
    os: [platform.os],
    cpu: [platform.cpu],
    ...(platform.libc ? { libc: [platform.libc] } : {}),
    preferUnplugged: true,
  }, null, 2)}\n`)
  await writeFile(join(at, 'README.md'), `# ${packageOf(platform)}\n\nThe binary of \`cecsim\` for ${platform.name}. `
    + 'Install `cecsim`, which brings it.\n')
  return at
}

async function pack(packed) {
  const { stdout } = await promisify(execFile)('npm', ['pack', packed, '--pack-destination', folder, '--json'], {
    shell: process.platform === 'win32', env: { ...env, npm_config_loglevel: 'error' },
  })
  console.log(join(folder, JSON.parse(stdout)[0].filename))
}

// One list for the package itself and for what makes its tarballs.
async function platformsOfSource() {
  const { outputFiles: [file] } = await build({
    absWorkingDir: root, entryPoints: ['src/platforms.ts'], format: 'esm', write: false,
  })
  return import(`data:text/javascript,${encodeURIComponent(file.text)}`)
}

function fail(text) {
  console.error(text)
  exit(2)
}
