// linphonec, the console of Linphone: its own SIP over UDP and its own media engine, with files for a sound card.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { takeCommands, until } from './commands.mjs'

const samplesPerSecond = 8000
const headerBytes = 44
const loud = 1000

class LinphonePhone {
  #folder = mkdtempSync(join(tmpdir(), 'linphone-'))
  #process
  #said = ''

  async call({ accessCode, domain, clickToCallCaller, softphones }) {
    // Without a place for its database it opens no ports, and without one for certificates it offers no DTLS.
    for (const needed of ['.local/share/linphone', '.linphone-usr-crt']) {
      mkdirSync(join(this.#folder, needed), { recursive: true })
    }
    writeFileSync(join(this.#folder, 'tone.wav'), tone(60))
    writeFileSync(join(this.#folder, 'linphonerc'), settings(softphones, clickToCallCaller, domain))
    this.#process = spawn('linphonec', ['-c', join(this.#folder, 'linphonerc')], {
      cwd: this.#folder,
      env: { ...process.env, HOME: this.#folder }
    })
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream.on('data', data => { this.#said += data; })
    }
    await this.#says('Ready|linphonec>')
    this.#type('soundcard use files')
    this.#type(`play ${join(this.#folder, 'tone.wav')}`)
    this.#type(`record ${this.#recording}`)
    this.#type(`call sip:${accessCode}@${domain}`)
    await this.#says('Media streams established')
  }

  // A wave file grows while the call does.
  async hears() {
    const before = this.#recordedBytes()
    return until(() => {
      const length = this.#recordedBytes()
      return length > before + samplesPerSecond && peak(readFileSync(this.#recording).subarray(before, length)) >= loud
    })
  }

  async hold() {
    this.#type('pause')
    await this.#says('is now paused')
  }

  async resume() {
    this.#type('resume')
    await this.#says('Media streams established')
  }

  async hangUp() {
    this.#type('terminate')
    await this.#says('ended|terminated')
  }

  async ended() {
    await this.#says('ended|terminated')
    return 'remote'
  }

  async close() {
    this.#process?.kill('SIGKILL')
    rmSync(this.#folder, { recursive: true, force: true })
  }

  get #recording() {
    return join(this.#folder, 'heard.wav')
  }

  #recordedBytes() {
    try {
      return statSync(this.#recording).size & ~1
    } catch {
      return headerBytes
    }
  }

  #type(line) {
    this.#process.stdin.write(`${line}\n`)
  }

  // What was said before was waited for before.
  async #says(pattern) {
    const wanted = new RegExp(pattern, 'i')
    await until(() => {
      if (this.#process.exitCode !== null) {
        throw new Error(`linphonec ended: ${this.#said}`)
      }
      return wanted.test(this.#said)
    })
    this.#said = ''
  }
}

function settings(softphones, caller, domain) {
  return `[sip]
sip_port=-1
sip_tcp_port=-1
sip_tls_port=-1
media_encryption=dtls
guess_hostname=1
default_proxy=0
register_only_when_network_is_up=0

[proxy_0]
reg_proxy=<sip:${softphones};transport=udp>
reg_route=<sip:${softphones};transport=udp;lr>
reg_identity=sip:${caller}@${domain}
reg_sendregister=0
publish=0
avpf=1

[net]
nat_policy_ref=ice

[nat_policy_0]
ref=ice
protocols=ice

[rtp]
audio_rtp_port=-1
avpf=1
rtcp_mux=1

[video]
capture=0
display=0
`
}

function tone(seconds) {
  const samples = samplesPerSecond * seconds
  const wave = Buffer.alloc(headerBytes + 2 * samples)
  wave.write('RIFF', 0)
  wave.writeUInt32LE(wave.length - 8, 4)
  wave.write('WAVEfmt ', 8)
  wave.writeUInt32LE(16, 16)
  wave.writeUInt16LE(1, 20)
  wave.writeUInt16LE(1, 22)
  wave.writeUInt32LE(samplesPerSecond, 24)
  wave.writeUInt32LE(2 * samplesPerSecond, 28)
  wave.writeUInt16LE(2, 32)
  wave.writeUInt16LE(16, 34)
  wave.write('data', 36)
  wave.writeUInt32LE(2 * samples, 40)
  for (let i = 0; i < samples; i++) {
    wave.writeInt16LE(Math.round(8000 * Math.sin(2 * Math.PI * 440 * i / samplesPerSecond)), headerBytes + 2 * i)
  }
  return wave
}

function peak(bytes) {
  let highest = 0
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    highest = Math.max(highest, Math.abs(bytes.readInt16LE(i)))
  }
  return highest
}

await takeCommands(new LinphonePhone())
