#!/usr/bin/env bash
# Builds everything once and runs every test, from a clean clone too. The last line is the sum over all test projects:
#   N passed, N failed[, N skipped]
# A project without tests, or one that crashes, counts as a failure. Where CI=true a skipped test fails the run as well.
# With --native it publishes the native file first, and runs the projects that start cecsim as a process against that.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

# The sums are read from the summary below, so it has to be English whatever the machine speaks.
export DOTNET_CLI_UI_LANGUAGE=en TESTINGPLATFORM_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# A build server left behind keeps the pipe of a CI job open.
export MSBUILDDISABLENODEREUSE=1
# Hundreds of processes live for a second each: counting their calls for a better compilation never pays.
export DOTNET_TieredPGO=0

# Browsers, phones and build servers that are killed leave what they had in the temporary folder.
TMPDIR=$(mktemp -d -t cecsim-tests.XXXXXX) || exit 1
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT

log=artifacts/test.log
phones=tests/browser-phones
node_projects=(
  examples/click-to-dial loadtests/peers src/CecSim.Web src/cecsim-js tests/axios-client tests/bar-pages tests/firefox
  tests/foreign-peers tests/openapi-check tests/pact "$phones" tests/schema-check
)

starts_processes=(
  CecSim.Aspire.Tests CecSim.Browser.Tests CecSim.Cli.Tests CecSim.Examples.Tests CecSim.LoadTests.Tests
  CecSim.Npm.Tests CecSim.Pact.Tests CecSim.RepositoryRules.Tests CecSim.ScenarioFiles.Tests
)
tests=(--solution CecSim.slnx)

give_up() {
  echo "$1"
  echo "0 passed, 1 failed"
  exit 1
}

count() {
  LC_ALL=C awk -v name="$1:" '
    /^Test run summary:/ { sum = 0 }
    $1 == name && $2 ~ /^[0-9]+$/ { sum = $2 }
    END { print sum + 0 }' "$log"
}

names() {
  LC_ALL=C sed -n "s/^$1 /  /p" "$log" | LC_ALL=C sort -u
}

# Foreign programs that the tests talk to, and the Debian packages that bring them. CHROMIUM and FIREFOX may name other
# browsers. A font is no program: without one that has Chinese, pictures of the bar show boxes.
install_debian_packages() {
  local missing=()
  while read -r program package; do
    command -v "$program" >/dev/null || missing+=("$package")
  done <<END
sipp sip-tester
tshark tshark
kamailio kamailio
baresip baresip-core
openssl openssl
${CHROMIUM:-chromium} chromium
${FIREFOX:-firefox-esr} firefox-esr
fc-list fontconfig
linphonec linphone-cli
certutil libnss3-tools
zsh zsh
javac default-jdk-headless
gst-inspect-1.0 gstreamer1.0-tools
END
  # GStreamer's parts are no programs either.
  while read -r element package; do
    gst-inspect-1.0 --exists "$element" 2>/dev/null || missing+=("$package")
  done <<END
webrtcbin gstreamer1.0-plugins-bad
nicesrc gstreamer1.0-nice
opusenc gstreamer1.0-plugins-base
rtpopuspay gstreamer1.0-plugins-good
END
  /usr/bin/python3 -c 'import gi; gi.require_version("GstWebRTC", "1.0")' 2>/dev/null ||
    missing+=(python3-gst-1.0 gir1.2-gst-plugins-bad-1.0)
  [[ -e /usr/share/java/junit-platform-console.jar ]] || missing+=(junit5)
  [[ -n $(fc-list :lang=zh 2>/dev/null) ]] || missing+=(fonts-noto-cjk)
  ((${#missing[@]} > 0)) || return 0

  echo "Installing what the tests need and this machine lacks: ${missing[*]}"
  command -v apt-get >/dev/null || give_up "No apt-get here. Install the equivalent of: ${missing[*]}"
  local root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || give_up "Neither root nor sudo. Have someone run: apt-get install ${missing[*]}"
    root=(sudo -n)
  fi

  local install=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends)
  "${install[@]}" "${missing[@]}" ||
    { "${root[@]}" apt-get update && "${install[@]}" "${missing[@]}"; } ||
    give_up "apt-get could not install: ${missing[*]}"
}

case "$*" in
  '') native= ;;
  --native) native=artifacts/native ;;
  *) give_up "usage: ./test.sh [--native]" ;;
esac

install_debian_packages

command -v dotnet >/dev/null || give_up "dotnet is missing: global.json says which SDK."
command -v node >/dev/null || give_up "node is missing: version 20 or newer runs the tests that use npm packages."
command -v npm >/dev/null ||
  give_up "npm is missing: it builds the connection bar and the npm package, and brings axios, Pact, JsSIP and more."

for project in "${node_projects[@]}"; do
  installed=$project/node_modules/.package-lock.json
  if [[ ! -e $installed || $installed -ot $project/package-lock.json ]]; then
    (cd "$project" && npm ci --no-audit --no-fund) || give_up "npm ci failed in $project."
  fi
done

# Always: it takes a second, and a stale bundle would test what is no longer there.
(cd "$phones" && npm run --silent bundle) || give_up "The bundling of $phones failed."

dotnet build CecSim.slnx || give_up "The build failed."

if [[ $native ]]; then
  case $(uname -m) in aarch64) architecture=arm64 ;; *) architecture=x64 ;; esac
  dotnet publish src/CecSim.Cli -c Release -r "linux-$architecture" -o "$native" || give_up "No native file came of it."
  export CECSIM_BINARY=$PWD/$native/cecsim
  modules=("${starts_processes[@]/#/artifacts/bin/}")
  tests=(--test-modules "$(IFS=';'; echo "${modules[*]/%//debug/*.Tests.dll}")")
fi

mkdir -p artifacts
# Frames of the runtime and of the test framework bury the one line that matters; the log keeps them.
# The limit is of each project; each test has its own as well (tests/CecSim.TestSupport/TestLimit.cs). Started in the
# background, a shell has its children ignore Ctrl-C, which tests press.
env --default-signal=HUP,INT,QUIT \
  dotnet test "${tests[@]}" --no-build --no-ansi --no-progress --timeout 45m 2>&1 |
  tee "$log" |
  LC_ALL=C grep -vE '^ +at (System|Microsoft|Xunit)\.|^Running tests from '
status=${PIPESTATUS[0]}

passed=$(count succeeded)
failed=$(($(count failed) + $(count error)))
skipped=$(count skipped)
if ((status != 0 && failed == 0)); then
  failed=1
fi

echo
if ((failed > 0)); then
  echo "Failed (all of it is in $log):"
  names failed
  LC_ALL=C sed -n '/^Test run summary:/,$ s/.*\/\([^/]*\)\.dll .* Zero tests ran.*/  \1 ran no test to its end/p' "$log"
  status=1
fi

sum="$passed passed, $failed failed"
if ((skipped > 0)); then
  echo "Skipped:"
  names skipped
  sum+=", $skipped skipped"
  if [[ ${CI:-} == true ]]; then
    echo "A test that CI skips is a test that nobody runs."
    status=1
  fi
fi

echo "$sum"
exit "$status"
