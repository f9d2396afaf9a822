# shellcheck shell=bash
# Builds with Maven, and only when the sources are not those of the last build.

build_once() {
  under_lock "$SWITCHBOARD_HOME/target/build.lock" build_if_changed
}

build_if_changed() {
  local stamp=$SWITCHBOARD_HOME/target/build.stamp sources
  sources=$(sources_digest)
  if [[ -e $SWITCHBOARD_HOME/app/target/switchboard.jar && -e $stamp && $(<"$stamp") == "$sources" ]]; then
    return
  fi
  need_jdk
  need_maven
  need_node_for_web
  rm -f "$stamp"
  say "building Switchboard (the first build also fetches the libraries that it stands on)"
  run_maven "$SWITCHBOARD_HOME/target/build.log" -DskipTests package ||
    die "the build failed" "the whole log: $SWITCHBOARD_HOME/target/build.log" "$(build_errors "$SWITCHBOARD_HOME/target/build.log")"
  printf '%s\n' "$sources" >"$stamp"
}

need_node_for_web() {
  [[ ! -e $SWITCHBOARD_HOME/agent-desktop/web/package.json ]] || need_node
}

# Names, sizes and times of what a build reads; cheaper than contents, and a false alarm costs only a build. Of config/ that is the schemas
# alone: settings are read when a command starts.
sources_digest() {
  (cd "$SWITCHBOARD_HOME" &&
    find . -type d \( -name target -o -name node_modules -o -name dist -o -name .git -o -path './*/src/test' \) -prune -o \
      -type f \( -name pom.xml -o -path '*/src/*' -o -path './config/schema/*' -o -path './agent-desktop/web/*' -o -path './.mvn/*' \) \
      -printf '%p %s %T@\n' | LC_ALL=C sort | sha256sum | cut -d ' ' -f 1)
}

run_maven() { # LOG ARGUMENT...
  local log=$1
  shift
  (cd "$SWITCHBOARD_HOME" && mvn -B -Dstyle.color=never "$@" 2>&1) | tee "$log" | maven_progress
}

# Modules as they come, and how much is fetched.
maven_progress() {
  local line fetched=0 module='Building (.*) [^ ]+ +\[([0-9]+/[0-9]+)\]'
  while IFS= read -r line; do
    if [[ $line =~ $module ]]; then
      step_progress_end
      say "  module ${BASH_REMATCH[2]}: ${BASH_REMATCH[1]}"
    elif [[ $line == *'Downloaded from'* ]]; then
      step_progress "  files fetched" $((++fetched))
    fi
  done
  step_progress_end
}

build_errors() { # LOG
  { grep -E '^\[ERROR\]' "$1" || tail -n 20 "$1"; } | head -n 20
}
