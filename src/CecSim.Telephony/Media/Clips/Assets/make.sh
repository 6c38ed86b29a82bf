#!/usr/bin/env bash
# Makes the far end's sounds and its picture. Run once by hand; what it made is committed, and nothing is encoded at run
# time. Needs espeak-ng, sox, opus-tools and ffmpeg. The words and the tune are this project's own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

# 440 Hz, whole periods, so that it loops without a click.
sox -n -r 48000 -c 1 -b 16 "$work/tone.wav" synth 2 sine 440 vol 0.25

espeak-ng -v en -s 150 -w "$work/speech.wav" 'This is the simulated contact centre. Please hold the line.'
sox "$work/speech.wav" -r 48000 -c 1 -b 16 "$work/prompt.wav" norm -6 pad 0 0.6

# Eight plucked notes of half a second.
notes=()
for note in C4 E4 G4 C5 B4 G4 E4 D4; do
  notes+=("$work/${#notes[@]}.wav")
  sox -n -r 48000 -c 1 -b 16 "${notes[-1]}" synth 0.5 pluck "$note" fade q 0.005 0.5 0.1 vol 0.5
done
sox "${notes[@]}" "$work/music.wav"

for clip in tone prompt music; do
  opusenc --quiet --bitrate 24 --framesize 20 --downmix-mono --discard-comments --serial 1 \
    "$work/$clip.wav" "$clip.opus"
  sox "$work/$clip.wav" -r 8000 -c 1 -e mu-law -t raw "$clip.ulaw"
done

# What IVR flows and queues say, each alone: they are joined to sentences. Trimmed, so that the joints are short.
while read -r phrase; do
  name=say-${phrase// /-}
  espeak-ng -v en -s 150 -w "$work/say.wav" "$phrase"
  sox "$work/say.wav" -r 8000 -c 1 "$work/trimmed.wav" \
    norm -6 silence 1 0.01 0.5% reverse silence 1 0.01 0.5% reverse pad 0 0.12

  # Whole frames of 20 ms.
  samples=$(soxi -s "$work/trimmed.wav")
  sox "$work/trimmed.wav" -e mu-law -t raw "$name.ulaw" pad 0 "$(((160 - samples % 160) % 160))s"
done < phrases.txt

ffmpeg -loglevel error -y -f lavfi -i testsrc=size=320x240:rate=15:duration=4 \
  -c:v libvpx -b:v 100k -g 60 -auto-alt-ref 0 -flags +bitexact pattern.ivf
