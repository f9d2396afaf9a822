# shellcheck shell=bash
# What a person sees while a command prepares the machine: one line per step, on standard error.

say() { printf '· %s\n' "$*" >&2; }

die() {
  printf '✗ %s\n' "$1" >&2
  shift
  (($# == 0)) || printf '  %s\n' "$@" >&2
  exit 1
}

# A step's running line: rewritten in place on a terminal, now and then a new line elsewhere.
step_progress() { # STEP DONE [TOTAL]
  local line="$1: $2${3:+ of $3}"
  if [[ -t 2 ]]; then
    printf '\r\033[K· %s' "$line" >&2
  elif (($2 % 50 == 0)); then
    say "$line"
  fi
}

step_progress_end() { [[ ! -t 2 ]] || printf '\r\033[K' >&2; }

# Runs a function while no other run on this machine prepares the same cache.
under_lock() { # LOCK_FILE FUNCTION [ARGUMENT...]
  local lock_file=$1 lock
  shift
  mkdir -p "$(dirname "$lock_file")" || die "cannot write to $(dirname "$lock_file")"
  exec {lock}>"$lock_file" || die "cannot write $lock_file"
  if ! flock --nonblock "$lock"; then
    say "another run is preparing the same thing; waiting for it ($lock_file)"
    flock "$lock"
  fi
  "$@"
  exec {lock}>&- # a server started later must not inherit it
}
