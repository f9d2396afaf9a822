#!/usr/bin/env bash
# Finds what Switchboard needs on this machine, and fetches into a cache what is not there: nothing on the machine is changed.
# Sourced by the commands in bin/; run by itself it prepares everything: bin/lib/provision.sh
set -euo pipefail

SWITCHBOARD_HOME=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# Root's home is closed to others, yet Asterisk and PostgreSQL run as a user without rights: so root's cache is in /var/cache.
if ((EUID == 0)); then
  : "${SWITCHBOARD_CACHE:=/var/cache/switchboard}"
else
  : "${SWITCHBOARD_CACHE:=${XDG_CACHE_HOME:-$HOME/.cache}/switchboard}"
fi
export SWITCHBOARD_HOME SWITCHBOARD_CACHE

# shellcheck source=bin/lib/say.sh
. "$SWITCHBOARD_HOME/bin/lib/say.sh"
# shellcheck source=bin/lib/debian.sh
. "$SWITCHBOARD_HOME/bin/lib/debian.sh"

# The suite that has what an older Debian lacks. It moves, so each program's version is checked and shown.
readonly NEWER_SUITE=sid
readonly JAVA_OLDEST=21 ASTERISK_OLDEST=20

need() { # FUNCTION   (one run at a time fetches)
  under_lock "$SWITCHBOARD_CACHE/lock" "$1"
}

# --- a JDK

need_jdk() {
  local home
  home=$(machine_jdk) || home=
  if [[ -z $home ]]; then
    cached_jdk >/dev/null || need fetch_jdk
    home=$(cached_jdk) || die "the JDK in $SWITCHBOARD_CACHE/jdk-root does not run"
    trust_the_machines_authorities "$home"
  fi
  export JAVA_HOME=$home PATH=$home/bin:$PATH
}

machine_jdk() {
  local home
  for home in "${JAVA_HOME:-}" "$(java_on_path)" $(compgen -G '/usr/lib/jvm/*' | sort -rV); do
    if [[ -n $home ]] && is_jdk "$home"; then
      printf '%s\n' "$home"
      return
    fi
  done
  return 1
}

java_on_path() {
  local java
  java=$(command -v java) || return 0
  dirname "$(dirname "$(readlink -f "$java")")"
}

is_jdk() { # HOME
  [[ -x $1/bin/javac && -x $1/bin/java ]] || return 1
  local version
  version=$(sed -nE 's/^JAVA_VERSION="([0-9]+).*/\1/p' "$1/release" 2>/dev/null) || version=
  [[ -n $version ]] || version=$("$1/bin/javac" -version 2>&1 | sed -nE 's/^javac ([0-9]+).*/\1/p')
  ((${version:-0} >= JAVA_OLDEST))
}

cached_jdk() {
  local home
  for home in "$SWITCHBOARD_CACHE"/jdk-root/usr/lib/jvm/java-[0-9][0-9]-*; do
    if is_jdk "$home"; then
      printf '%s\n' "$home"
      return
    fi
  done
  return 1
}

fetch_jdk() {
  ! cached_jdk >/dev/null || return 0
  local release=25
  [[ $(newer_suite) == "$NEWER_SUITE" ]] || release=21
  say "no JDK >= $JAVA_OLDEST on this machine; fetching OpenJDK $release into $SWITCHBOARD_CACHE (up to 420 MB, once)"
  unpack_root jdk-root "$(newer_suite)" "openjdk-$release-jdk-headless" patchelf
  rm -rf "$SWITCHBOARD_CACHE"/jdk-root.part/usr/lib/jvm/*/{jmods,man}
  patch_programs jdk-root usr/lib/jvm
  publish_root jdk-root
  say "JDK: $("$(cached_jdk)/bin/javac" -version 2>&1)"
}

# A fetched JDK trusts whom the machine trusts: an organisation's own authorities included, and read again when they change.
trust_the_machines_authorities() { # JAVA_HOME
  local store=$1/lib/security/cacerts bundle=${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}
  [[ ! -s $store || $bundle -nt $store ]] || return 0
  local packaged=$SWITCHBOARD_CACHE/jdk-root/authorities.pem
  if [[ ! -s $bundle ]]; then
    [[ ! -s $store ]] || return 0
    cat "$SWITCHBOARD_CACHE"/jdk-root/usr/share/ca-certificates/mozilla/*.crt >"$packaged"
    bundle=$packaged
  fi
  "$1/bin/java" "$SWITCHBOARD_HOME/bin/lib/TrustStore.java" "$bundle" "$store.part" ||
    die "cannot make a trust store of $bundle for the JDK in $1"
  mv "$store.part" "$store"
}

# --- Maven

need_maven() {
  ! is_maven "$(command -v mvn)" || return 0
  local mvn=$SWITCHBOARD_CACHE/maven-root/usr/share/maven/bin
  is_maven "$mvn/mvn" || need fetch_maven
  export PATH=$mvn:$PATH
}

is_maven() { # MVN
  [[ -x $1 ]] || return 1
  local version
  version=$("$1" --version 2>/dev/null) || return 1
  [[ $version =~ "Apache Maven "(3\.([89]|[1-9][0-9])|[4-9])\. ]]
}

# Maven's package depends on a JRE; the JDK is one.
readonly JRE_FOR_MAVEN='Package: jdk
Status: install ok installed
Version: 1
Architecture: all
Provides: default-jre-headless, java8-runtime-headless, java7-runtime-headless
Maintainer: none
Description: the JDK that need_jdk found
'

fetch_maven() {
  ! is_maven "$SWITCHBOARD_CACHE/maven-root/usr/share/maven/bin/mvn" || return 0
  say "no Maven >= 3.8 on this machine; fetching it into $SWITCHBOARD_CACHE (about 10 MB, once)"
  ALREADY_THERE=$JRE_FOR_MAVEN unpack_root maven-root "$(newer_suite)" maven
  publish_root maven-root
}

# --- the servers beside Asterisk, and what speaks and measures

need_servers() {
  local programs=$SWITCHBOARD_CACHE/servers-root/programs
  export PATH=$PATH:$programs
  missing_servers >/dev/null || return 0
  need fetch_servers
  local missing
  if missing=$(missing_servers); then
    die "still missing after fetching: $missing"
  fi
}

# Succeeds, naming the packages, when something is missing.
missing_servers() {
  local missing=()
  command -v redis-server >/dev/null || command -v valkey-server >/dev/null || missing+=(redis-server)
  command -v sipp >/dev/null || missing+=(sip-tester)
  command -v espeak-ng >/dev/null || missing+=(espeak-ng)
  command -v sox >/dev/null || missing+=(sox)
  ((${#missing[@]})) && printf '%s\n' "${missing[*]}"
}

fetch_servers() {
  local missing
  missing=$(PATH=${PATH%":$SWITCHBOARD_CACHE/servers-root/programs"} missing_servers) || return 0
  say "fetching into $SWITCHBOARD_CACHE what this machine lacks: $missing" \
    "(redis-server: live state; sip-tester: simulated phones; espeak-ng and sox: prompts)"
  # shellcheck disable=SC2086 # a list of packages
  unpack_root servers-root own $missing patchelf
  link_programs servers-root redis-server valkey-server sipp espeak-ng sox
  publish_root servers-root
}

# Only the programs asked for come to the PATH, not the rest of their root.
link_programs() { # NAME PROGRAM...
  local name=$1 part=$SWITCHBOARD_CACHE/$1.part program
  shift
  mkdir "$part/programs"
  for program in "$@"; do
    [[ -e $part/usr/bin/$program ]] || continue
    patch_programs "$name" "usr/bin/$program"
    ln -s "../usr/bin/$program" "$part/programs/$program"
  done
  [[ ! -e $part/programs/espeak-ng ]] || say_where_voices_are "$name"
}

# espeak-ng looks for its voices at a fixed place of the machine unless told otherwise.
say_where_voices_are() { # NAME
  local part=$SWITCHBOARD_CACHE/$1.part root=$SWITCHBOARD_CACHE/$1
  rm "$part/programs/espeak-ng"
  printf '#!/bin/sh\nESPEAK_DATA_PATH=%q exec %q "$@"\n' \
    "$root/$(root_libraries "$part")" "$root/usr/bin/espeak-ng" >"$part/programs/espeak-ng"
  chmod +x "$part/programs/espeak-ng"
}

# --- Asterisk

# Exports the root to run Asterisk from, empty when the machine has its own: the binary is ROOT/usr/sbin/asterisk, and its
# configuration must name ROOT's modules, sounds and documentation.
need_asterisk() {
  export SWITCHBOARD_ASTERISK_ROOT=
  ! is_asterisk "$(command -v asterisk || echo /usr/sbin/asterisk)" || return 0
  local root=$SWITCHBOARD_CACHE/asterisk-root
  is_asterisk "$root/usr/sbin/asterisk" || need fetch_asterisk
  SWITCHBOARD_ASTERISK_ROOT=$root
}

is_asterisk() { # BINARY
  [[ -x $1 ]] || return 1
  local version
  version=$("$1" -V 2>/dev/null | sed -nE 's/^Asterisk ([0-9]+).*/\1/p') || version=
  ((${version:-0} >= ASTERISK_OLDEST))
}

fetch_asterisk() {
  local root=$SWITCHBOARD_CACHE/asterisk-root
  ! is_asterisk "$root/usr/sbin/asterisk" || return 0
  say "no Asterisk >= $ASTERISK_OLDEST on this machine; fetching it into $SWITCHBOARD_CACHE (about 85 MB, once)"
  unpack_root asterisk-root "$(newer_suite)" asterisk asterisk-core-sounds-en-gsm patchelf
  sounds_by_language "$root.part"
  patch_programs asterisk-root usr/sbin/asterisk
  publish_root asterisk-root
  is_asterisk "$root/usr/sbin/asterisk" ||
    die "the Asterisk in $root does not run or is older than $ASTERISK_OLDEST" "$("$root/usr/sbin/asterisk" -V 2>&1)"
  say "Asterisk: $("$root/usr/sbin/asterisk" -V)"
}

# What the package's installation script would link.
sounds_by_language() { # PART
  local sounds=$1/usr/share/asterisk/sounds
  [[ -e $sounds/en ]] || ln -sfn en_US_f_Allison "$sounds/en"
}

newer_suite() {
  if [[ $(os_release ID) == debian ]]; then echo "$NEWER_SUITE"; else echo own; fi
}

# --- Node.js, for the build of the agents' page

readonly NODE_MAJOR=22 NPM_MAJOR=11

need_node() {
  ! is_node node || return 0
  local home=$SWITCHBOARD_CACHE/node
  is_node "$home/bin/node" || need fetch_node
  export PATH=$home/bin:$PATH
}

is_node() { # NODE   (>= 20.19, and npm beside it)
  local major minor
  IFS=. read -r major minor _ <<<"$("$1" --version 2>/dev/null | tr -d v)"
  ((${major:-0} > 20 || (${major:-0} == 20 && ${minor:-0} >= 19))) || return 1
  [[ $1 != node ]] || command -v npm >/dev/null
}

# The archive's npm is the way to the npm registry, which has the Node.js and npm that the page's build needs.
fetch_node() {
  local home=$SWITCHBOARD_CACHE/node log=$SWITCHBOARD_CACHE/npm.log platform
  ! is_node "$home/bin/node" || return 0
  case $(uname -m) in
    x86_64) platform=linux-x64 ;;
    aarch64) platform=linux-arm64 ;;
    *) die "no Node.js for $(uname -m): install Node.js >= 20.19 and npm" ;;
  esac
  say "no Node.js >= 20.19 on this machine; fetching Node.js $NODE_MAJOR into $SWITCHBOARD_CACHE (about 120 MB, once)"
  unpack_root npm-root "$(newer_suite)" npm
  rm -rf "$home.part"
  mkdir -p "$home.part/bin"
  [[ ! -r ${HOME:-/root}/.npmrc ]] || cp "${HOME:-/root}/.npmrc" "$home.part/.npmrc"
  inside_root "$SWITCHBOARD_CACHE/npm-root.part" "$home.part" node /usr/share/nodejs/npm/bin/npm-cli.js install --no-audit --no-fund \
    --ignore-scripts --prefix /work "node-$platform@$NODE_MAJOR" "npm@$NPM_MAJOR" >"$log" 2>&1 ||
    die "cannot fetch Node.js; is the network there? or install Node.js >= 20.19 and npm" "the last lines of $log:" "$(tail -n 5 "$log")"
  ln -s "../node_modules/node-$platform/bin/node" "$home.part/bin/node"
  ln -s ../node_modules/npm/bin/npm-cli.js "$home.part/bin/npm"
  ln -s ../node_modules/npm/bin/npx-cli.js "$home.part/bin/npx"
  rm -rf --one-file-system "$home" "$SWITCHBOARD_CACHE/npm-root.part" "$home.part"/{.npm,.npmrc}
  mv "$home.part" "$home"
  say "Node.js: $("$home/bin/node" --version)"
}

# --- a browser, for the tests of the agents' page

# Exports which one; the variable may name another Chromium or Chrome.
need_chromium() {
  export SWITCHBOARD_CHROMIUM=${SWITCHBOARD_CHROMIUM:-$(chromium_on_path)}
  [[ -z $SWITCHBOARD_CHROMIUM ]] || return 0
  SWITCHBOARD_CHROMIUM=$SWITCHBOARD_CACHE/chromium-root/programs/chromium
  is_chromium "$SWITCHBOARD_CHROMIUM" || need fetch_chromium
}

# What Ubuntu calls so is a snap, which sees no directory of ours and has processes of its own.
chromium_on_path() {
  local name path
  for name in chromium google-chrome; do
    path=$(command -v "$name") || continue
    if [[ $(readlink -f "$path") != */snap* ]] && is_chromium "$path"; then
      printf '%s\n' "$path"
      return
    fi
  done
}

is_chromium() { # PROGRAM
  [[ -x $1 ]] && "$1" --version 2>/dev/null | grep -qE '^(Chromium|Google Chrome) [0-9]'
}

fetch_chromium() {
  local root=$SWITCHBOARD_CACHE/chromium-root
  ! is_chromium "$root/programs/chromium" || return 0
  [[ $(os_release ID) == debian ]] ||
    die "no Chromium on this machine" "install one that is no snap, or name a Chromium or Chrome: SWITCHBOARD_CHROMIUM=/path/to/it"
  say "no Chromium on this machine; fetching it into $SWITCHBOARD_CACHE for the tests of the agents' page (about 130 MB, once)"
  unpack_root chromium-root own chromium fonts-dejavu-core fonts-wqy-zenhei patchelf
  patch_programs chromium-root usr/lib/chromium
  say_where_fonts_are chromium-root
  publish_root chromium-root
  is_chromium "$root/programs/chromium" ||
    die "the Chromium in $root does not run" "$("$root/programs/chromium" --version 2>&1)"
  say "Chromium: $("$root/programs/chromium" --version)"
}

# Pages look the same whatever fonts the machine has.
say_where_fonts_are() { # NAME
  local part=$SWITCHBOARD_CACHE/$1.part root=$SWITCHBOARD_CACHE/$1
  mkdir -p "$part/programs" "$part/etc/fonts"
  printf '%s\n' '<?xml version="1.0"?>' '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">' '<fontconfig>' \
    "<dir>$root/usr/share/fonts</dir>" '<cachedir prefix="xdg">fontconfig</cachedir>' \
    '<alias><family>sans-serif</family><prefer><family>DejaVu Sans</family><family>WenQuanYi Zen Hei</family></prefer></alias>' \
    '<alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family><family>WenQuanYi Zen Hei Mono</family></prefer></alias>' \
    '</fontconfig>' >"$part/etc/fonts/switchboard.conf"
  printf '#!/bin/sh\nFONTCONFIG_FILE=%q exec %q "$@"\n' \
    "$root/etc/fonts/switchboard.conf" "$root/usr/lib/chromium/chromium" >"$part/programs/chromium"
  chmod +x "$part/programs/chromium"
}

# --- ip, for the test of a browser whose network becomes another one

# Only root makes networks; for others the test is skipped.
need_ip() {
  ((EUID == 0)) || return 0
  local programs=$SWITCHBOARD_CACHE/ip-root/programs
  export PATH=$PATH:$programs
  command -v ip >/dev/null || need fetch_ip
}

fetch_ip() {
  local program=$SWITCHBOARD_CACHE/ip-root/programs/ip
  ! "$program" -V >/dev/null 2>&1 || return 0
  say "no ip on this machine; fetching iproute2 into $SWITCHBOARD_CACHE for the tests of the agents' page (about 10 MB, once)"
  unpack_root ip-root own iproute2 patchelf
  link_programs ip-root ip
  publish_root ip-root
  "$program" -V >/dev/null || die "the ip in $SWITCHBOARD_CACHE/ip-root does not run"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  need_jdk
  need_maven
  need_servers
  need_asterisk
  say "JDK $JAVA_HOME; Maven $(command -v mvn); Asterisk ${SWITCHBOARD_ASTERISK_ROOT:-of this machine}"
fi
