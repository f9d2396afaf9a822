# shellcheck shell=bash
# The one place for starting a main class so that signals reach it; its flags are in jvm.options and platform.options.

java_flags() { # MODULE [COMMAND [ARGUMENT...]]
  local release options=$SWITCHBOARD_HOME/bin/lib
  release=$(sed -nE 's/^JAVA_VERSION="([0-9]+).*/\1/p' "$JAVA_HOME/release")
  printf '%s\n' "@$options/jvm.options"
  if [[ $1 == app ]]; then
    printf '%s\n' "@$options/platform.options"
    # The archive holds the classes of whichever command makes it: only those that run the platform may.
    case "${2:-} $*" in
      *' --help'* | *' -h'*) ;;
      'run '* | 'demo '*) printf '%s\n' -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$(class_archive "$release")" ;;
    esac
  fi
  # Netty reaches for Unsafe, which newer releases announce on every start.
  ((release < 24)) || printf '%s\n' --sun-misc-unsafe-memory-access=allow
}

# Holds for one jar at one place only, and the JVM makes it anew only where there is none: so one for each checkout, until the jar changes.
class_archive() { # RELEASE
  local jar=$SWITCHBOARD_HOME/app/target/switchboard.jar archive
  archive=$SWITCHBOARD_CACHE/platform-$1-$(cksum <<<"$jar" | cut -d ' ' -f 1).jsa
  [[ $archive -nt $jar ]] || rm -f "$archive"
  printf '%s\n' "$archive"
}

# Where data are kept: servers run as users without rights, to whom root's home is closed.
data_place() {
  if ((EUID == 0)); then printf '/var/lib/switchboard\n'; else printf '%s/switchboard\n' "${XDG_DATA_HOME:-$HOME/.local/share}"; fi
}

# Replaces this shell. SWITCHBOARD_JAVA_OPTS adds flags of one's own.
exec_java() { # MODULE JAR [ARGUMENT...]
  local module=$1 target=$SWITCHBOARD_HOME/$1/target jar=$2 flags
  shift 2
  mapfile -t flags < <(java_flags "$module" "$@")
  export SWITCHBOARD_DATA=${SWITCHBOARD_DATA:-$(data_place)}
  # shellcheck disable=SC2086 # a list of flags
  exec "$JAVA_HOME/bin/java" "${flags[@]}" ${SWITCHBOARD_JAVA_OPTS:-} -jar "$target/$jar" "$@"
}
